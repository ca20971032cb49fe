package fds.app.view;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.finding.BenefitMethod;
import fds.market.finding.DetectionState;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.money.Int128;
import org.agrona.DirectBuffer;

/**
 * A Detection record as values: a finding, or the state of an alert. Numbers are as in the journal; absent times and
 * prices are {@link fds.market.event.Absent#VALUE}.
 *
 * @param id              of the alert; of a finding, the alert it belongs to.
 * @param state           finding, opened, updated or closed.
 * @param sequence        of the record: its cause, or the tick that closed it.
 * @param engineTimeNanos of the record.
 * @param causeSequence   of the event that completed the pattern last.
 * @param causeTimeNanos  venue time of it.
 * @param firstSequence   of the pattern's first event.
 * @param firstTimeNanos  venue time of it.
 * @param detector        number.
 * @param detectorVersion of the detector that found it.
 * @param parametersHash  of the parameters in force.
 * @param typology        recognised.
 * @param severity        of the gravest finding.
 * @param score           0 to 100.
 * @param venueId         of the cause.
 * @param instrumentId    of the cause, or 0.
 * @param subjectKind     whom it is about.
 * @param subject         id.
 * @param counterSubject  of a pair the other account, else 0.
 * @param ownerGroupKind  {@code OwnerGroups.KIND_SOLO} or {@code KIND_NAMED}.
 * @param ownerGroup      id, of a solo group the account's.
 * @param ownerMapVersion of the owner map that was in force.
 * @param benefitMethod   NONE: no benefit is stated.
 * @param benefitTickLots in tick-lots of the instrument.
 * @param book            best prices around it.
 * @param tags            mask of {@link Tag}.
 * @param findingCount    as told by the record.
 * @param evidenceMissing events of the pattern that found no place in the record.
 * @param closeCause      code, 0 while it is open.
 * @param accounts        ids.
 * @param scoreParts      of the score.
 * @param predicates      that were compared.
 * @param evidence        events, in the order of the record.
 */
public record AlertView(
    long id,
    DetectionState state,
    long sequence,
    long engineTimeNanos,
    long causeSequence,
    long causeTimeNanos,
    long firstSequence,
    long firstTimeNanos,
    int detector,
    int detectorVersion,
    long parametersHash,
    Typology typology,
    Severity severity,
    int score,
    int venueId,
    int instrumentId,
    SubjectKind subjectKind,
    long subject,
    long counterSubject,
    int ownerGroupKind,
    long ownerGroup,
    long ownerMapVersion,
    BenefitMethod benefitMethod,
    BigInteger benefitTickLots,
    BestPrices book,
    long tags,
    long findingCount,
    long evidenceMissing,
    int closeCause,
    List<Long> accounts,
    List<ScorePart> scoreParts,
    List<Compared> predicates,
    List<Evidence> evidence)
{
    /**
     * Whether a decision record is a Detection: a finding or an alert.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return false for blind spots, risk changes and actions.
     */
    public static boolean isDetection(final DirectBuffer buffer, final int offset)
    {
        return ControlFrames.templateId(buffer, offset) == DetectionDecoder.TEMPLATE_ID;
    }

    /**
     * Whether a decision record is what became of an alert: opened, updated or closed.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return false for findings, muted or not, and all other records.
     */
    public static boolean isAlert(final DirectBuffer buffer, final int offset)
    {
        if (!isDetection(buffer, offset))
        {
            return false;
        }
        final int state =
            new DetectionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder()).state();
        return state != DetectionState.FINDING.ordinal() && state != DetectionState.MUTED.ordinal();
    }

    /**
     * Read a Detection record. Keeps nothing of the buffer.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return its values.
     */
    public static AlertView decode(final DirectBuffer buffer, final int offset)
    {
        final DetectionDecoder d =
            new DetectionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final List<Long> accounts = new ArrayList<>();
        for (final DetectionDecoder.AccountsDecoder group = d.accounts(); group.hasNext();)
        {
            accounts.add(group.next().account());
        }
        final List<ScorePart> parts = new ArrayList<>();
        for (final DetectionDecoder.ScorePartsDecoder group = d.scoreParts(); group.hasNext();)
        {
            group.next();
            parts.add(new ScorePart(group.part(), group.points()));
        }
        final List<Compared> predicates = new ArrayList<>();
        for (final DetectionDecoder.PredicatesDecoder group = d.predicates(); group.hasNext();)
        {
            group.next();
            predicates.add(
                new Compared(group.predicate(), group.measured(), group.threshold(), group.passed() != 0));
        }
        final List<Evidence> evidence = new ArrayList<>();
        for (final DetectionDecoder.EvidenceDecoder group = d.evidence(); group.hasNext();)
        {
            group.next();
            evidence.add(new Evidence(group.evidenceSequence(), EvidenceRole.of(group.role())));
        }
        final SubjectKind[] kinds = SubjectKind.values();
        return new AlertView(d.alert(), DetectionState.of(Math.min(d.state(), DetectionState.values().length - 1)),
            d.sequence(), d.engineTime(), d.causeSequence(), d.causeVenueTime(), d.firstSequence(), d.firstVenueTime(),
            d.detector(), d.detectorVersion(), d.parametersHash(), Typology.of(d.typology()),
            Severity.of(d.severity()), d.score(), d.venue(), d.instrument(),
            kinds[Math.min(d.subjectKind(), kinds.length - 1)], d.subject(), d.counterSubject(), d.ownerGroupKind(),
            d.ownerGroup(), d.ownerMapVersion(), BenefitMethod.of(d.benefitMethod()),
            Int128.toBigInteger(d.benefitHigh(), d.benefitLow()),
            new BestPrices(d.bidBeforeTicks(), d.askBeforeTicks(), d.bidAfterTicks(), d.askAfterTicks()), d.tags(),
            d.findingCount(), d.evidenceOverflow(), d.closeCause(), List.copyOf(accounts), List.copyOf(parts),
            List.copyOf(predicates), List.copyOf(evidence));
    }

    /**
     * The alert's id as people write it.
     *
     * @return 16 hexadecimal digits.
     */
    public String idText()
    {
        return hex(id);
    }

    /**
     * The detector's id as people write it.
     *
     * @return for example {@code D01}.
     */
    public String detectorId()
    {
        return detectorId(detector);
    }

    /**
     * The texts of its tags.
     *
     * @return in the order of their bits; {@code tag-n} for one of a newer version.
     */
    public List<String> tagTexts()
    {
        return tagTexts(tags);
    }

    static List<String> tagTexts(final long mask)
    {
        final Tag[] known = Tag.values();
        final List<String> texts = new ArrayList<>();
        for (int bit = 0; bit < Long.SIZE; bit++)
        {
            if ((mask >>> bit & 1) != 0)
            {
                texts.add(bit < known.length ? known[bit].text() : "tag-" + bit);
            }
        }
        return texts;
    }

    static String detectorId(final int number)
    {
        return number < 10 ? "D0" + number : "D" + number;
    }

    /**
     * An id or hash as people write it.
     *
     * @param value any.
     * @return 16 hexadecimal digits.
     */
    public static String hex(final long value)
    {
        return String.format("%016x", value);
    }

    /**
     * Best prices before and after, in ticks.
     *
     * @param bidBefore or absent.
     * @param askBefore or absent.
     * @param bidAfter  or absent.
     * @param askAfter  or absent.
     */
    public record BestPrices(long bidBefore, long askBefore, long bidAfter, long askAfter)
    {
    }

    /**
     * A part of the score.
     *
     * @param part   index in the detector's declaration.
     * @param points it gave.
     */
    public record ScorePart(int part, int points)
    {
    }

    /**
     * A comparison that was made.
     *
     * @param predicate index in the detector's declaration.
     * @param measured  value, in the predicate's unit.
     * @param threshold same unit.
     * @param passed    whether the comparison held.
     */
    public record Compared(int predicate, long measured, long threshold, boolean passed)
    {
    }

    /**
     * An event of the pattern.
     *
     * @param sequence in the event journal.
     * @param role     it played.
     */
    public record Evidence(long sequence, EvidenceRole role)
    {
    }
}
