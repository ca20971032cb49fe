package fds.testkit.finding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Int128;

/**
 * A finding as a value: two are equal when every word of them is.
 *
 * @param detector       number.
 * @param severity       of it.
 * @param score          of it.
 * @param causeSequence  of it.
 * @param firstSequence  of it.
 * @param firstVenueTime of it.
 * @param subjectKind    of it.
 * @param subject        of it.
 * @param counterSubject of it.
 * @param ownerGroupKind of it.
 * @param ownerGroup     of it.
 * @param accounts       of it.
 * @param scoreParts     of it.
 * @param predicates     of it.
 * @param evidence       of it, as "role sequence".
 * @param moreEvidence   that is not named.
 * @param benefitMethod  of it.
 * @param benefit        in tick-lots.
 * @param book           bid and ask before, bid and ask after.
 */
public record RecordedFinding(
    int detector,
    Severity severity,
    int score,
    long causeSequence,
    long firstSequence,
    long firstVenueTime,
    SubjectKind subjectKind,
    long subject,
    long counterSubject,
    int ownerGroupKind,
    long ownerGroup,
    List<Long> accounts,
    List<ScorePart> scoreParts,
    List<Compared> predicates,
    List<String> evidence,
    long moreEvidence,
    BenefitMethod benefitMethod,
    BigInteger benefit,
    List<Long> book)
{
    /**
     * A part of a score.
     *
     * @param part   index.
     * @param points given.
     */
    public record ScorePart(int part, int points)
    {
    }

    /**
     * A predicate as it was compared.
     *
     * @param predicate index.
     * @param measured  value.
     * @param threshold value.
     * @param passed    whether it held.
     */
    public record Compared(int predicate, long measured, long threshold, boolean passed)
    {
    }

    /**
     * Copy a finding.
     *
     * @param finding valid during the call.
     * @return its value.
     */
    public static RecordedFinding of(final Finding finding)
    {
        final List<Long> accounts = new ArrayList<>();
        for (int i = 0; i < finding.accountCount(); i++)
        {
            accounts.add(finding.account(i));
        }
        final List<ScorePart> parts = new ArrayList<>();
        for (int i = 0; i < finding.scorePartCount(); i++)
        {
            parts.add(new ScorePart(finding.scorePart(i), finding.scorePoints(i)));
        }
        final List<Compared> predicates = new ArrayList<>();
        for (int i = 0; i < finding.predicateCount(); i++)
        {
            predicates.add(new Compared(
                finding.predicate(i), finding.measured(i), finding.threshold(i), finding.passed(i)));
        }
        final List<String> evidence = new ArrayList<>();
        for (int i = 0; i < finding.evidenceCount(); i++)
        {
            evidence.add(EvidenceRole.of(finding.evidenceRole(i)) + " " + finding.evidenceSequence(i));
        }
        return new RecordedFinding(
            finding.detector(), Severity.of(finding.severity()), finding.score(), finding.causeSequence(),
            finding.firstSequence(), finding.firstVenueTimeNanos(), SubjectKind.values()[finding.subjectKind()],
            finding.subjectId(), finding.counterSubjectId(), finding.ownerGroupKind(), finding.ownerGroupId(), accounts,
            parts, predicates, evidence, finding.evidenceOverflow(), BenefitMethod.of(finding.benefitMethod()),
            Int128.toBigInteger(finding.benefitHigh(), finding.benefitLow()),
            List.of(finding.bidBeforeTicks(), finding.askBeforeTicks(), finding.bidAfterTicks(),
                finding.askAfterTicks()));
    }

    /**
     * How a predicate was compared.
     *
     * @param predicate index.
     * @return its comparison, or null when it was not made.
     */
    public Compared compared(final int predicate)
    {
        return predicates.stream().filter(compared -> compared.predicate() == predicate).findFirst().orElse(null);
    }
}
