package fds.market.finding;

import fds.market.detector.DetectorInfo;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * What a detector saw, written in place and handed to a {@link FindingSink}: no allocation after construction.
 * <p>
 * A detector keeps one, calls {@link #begin}, adds what it knows, and hands it over. Lists are bounded; what does not
 * fit is counted. Owned by one thread.
 */
public final class Finding
{
    /** Most predicates of a finding. */
    public static final int PREDICATES_MAX = 16;
    /** Most accounts named by a finding. */
    public static final int ACCOUNTS_MAX = 8;
    /** Most parts of a score. */
    public static final int SCORE_PARTS_MAX = 8;
    /** Most events named as evidence; further ones are counted. */
    public static final int EVIDENCE_MAX = 64;

    private final int detector;
    private final int detectorVersion;
    private final int typology;
    private int severity;
    private int score;
    private final long tags;
    private final long parametersHash;

    private long causeSequence;
    private long causeVenueTimeNanos;
    private long toldSequence;
    private long engineTimeNanos;
    private long firstSequence;
    private long firstVenueTimeNanos;
    private int venueId;
    private int instrumentId;

    private int subjectKind;
    private long subjectId;
    private long counterSubjectId;
    private int ownerGroupKind;
    private long ownerGroupId;
    private long ownerMapVersion;

    private int benefitMethod;
    private long benefitHigh;
    private long benefitLow;

    private long bidBeforeTicks;
    private long askBeforeTicks;
    private long bidAfterTicks;
    private long askAfterTicks;

    private final long[] accounts = new long[ACCOUNTS_MAX];
    private int accountCount;
    private final int[] scoreParts = new int[SCORE_PARTS_MAX];
    private final int[] scorePoints = new int[SCORE_PARTS_MAX];
    private int scorePartCount;
    private final int[] predicates = new int[PREDICATES_MAX];
    private final long[] measured = new long[PREDICATES_MAX];
    private final long[] thresholds = new long[PREDICATES_MAX];
    private final boolean[] passed = new boolean[PREDICATES_MAX];
    private int predicateCount;
    private final long[] evidence = new long[EVIDENCE_MAX];
    private final int[] roles = new int[EVIDENCE_MAX];
    private int evidenceCount;
    private long evidenceOverflow;

    /**
     * A finding of one detector, to be written again and again.
     *
     * @param info           of the detector.
     * @param parametersHash of the parameters in force.
     */
    public Finding(final DetectorInfo info, final long parametersHash)
    {
        detector = info.number();
        detectorVersion = info.version();
        typology = info.typology().ordinal();
        tags = info.tags();
        this.parametersHash = parametersHash;
    }

    /**
     * Start a finding about an event. First sequence and time are the cause's until {@link #first} says otherwise.
     *
     * @param cause the event that completed the pattern.
     * @return this.
     */
    public Finding begin(final MarketEvent cause)
    {
        severity = 0;
        score = 0;
        causeSequence = cause.sequence();
        causeVenueTimeNanos = cause.venueTimeNanos();
        toldSequence = causeSequence;
        engineTimeNanos = cause.engineTimeNanos();
        firstSequence = causeSequence;
        firstVenueTimeNanos = causeVenueTimeNanos;
        venueId = cause.venueId();
        instrumentId = cause.instrumentId();
        subjectKind = 0;
        subjectId = Absent.UNKNOWN_ID;
        counterSubjectId = Absent.UNKNOWN_ID;
        ownerGroupKind = 0;
        ownerGroupId = Absent.UNKNOWN_ID;
        ownerMapVersion = 0;
        benefitMethod = 0;
        benefitHigh = 0;
        benefitLow = 0;
        bidBeforeTicks = Absent.VALUE;
        askBeforeTicks = Absent.VALUE;
        bidAfterTicks = Absent.VALUE;
        askAfterTicks = Absent.VALUE;
        accountCount = 0;
        scorePartCount = 0;
        predicateCount = 0;
        evidenceCount = 0;
        evidenceOverflow = 0;
        return this;
    }

    /**
     * It was held back until it was sure, and is told at a later event than its cause.
     *
     * @param now the event that is looked at.
     * @return this.
     */
    public Finding told(final MarketEvent now)
    {
        toldSequence = now.sequence();
        engineTimeNanos = now.engineTimeNanos();
        return this;
    }

    /**
     * Whom it is about. The episode it belongs to is found by detector, instrument and this.
     *
     * @param kind    of subject.
     * @param subject account, or named or solo group, or for a pair the smaller account; unknown for an instrument.
     * @param counter for a pair the other account, else {@link Absent#UNKNOWN_ID}.
     * @return this.
     */
    public Finding subject(final SubjectKind kind, final long subject, final long counter)
    {
        subjectKind = kind.ordinal();
        subjectId = subject;
        counterSubjectId = counter;
        return this;
    }

    /**
     * The owner group behind it.
     *
     * @param kind       {@code OwnerGroups.KIND_SOLO} or {@code KIND_NAMED}.
     * @param groupId    its id; of a solo group the account's.
     * @param mapVersion version of the owner map that was in force.
     * @return this.
     */
    public Finding ownerGroup(final int kind, final long groupId, final long mapVersion)
    {
        ownerGroupKind = kind;
        ownerGroupId = groupId;
        ownerMapVersion = mapVersion;
        return this;
    }

    /**
     * The first event of the pattern.
     *
     * @param sequence       of it.
     * @param venueTimeNanos of it, or {@link Absent#VALUE}.
     * @return this.
     */
    public Finding first(final long sequence, final long venueTimeNanos)
    {
        firstSequence = sequence;
        firstVenueTimeNanos = venueTimeNanos;
        return this;
    }

    /**
     * How grave, and how sure.
     *
     * @param severity of the finding.
     * @param score    0 to 100.
     * @return this.
     */
    public Finding rate(final Severity severity, final int score)
    {
        this.severity = severity.ordinal();
        this.score = Math.max(0, Math.min(100, score));
        return this;
    }

    /**
     * Name an account; one named already is not named twice.
     *
     * @param account known.
     * @return this.
     */
    public Finding addAccount(final long account)
    {
        for (int i = 0; i < accountCount; i++)
        {
            if (accounts[i] == account)
            {
                return this;
            }
        }
        if (accountCount < ACCOUNTS_MAX)
        {
            accounts[accountCount++] = account;
        }
        return this;
    }

    /**
     * A part of the score.
     *
     * @param part   index in the detector's {@link DetectorInfo#scoreParts()}.
     * @param points it gave.
     * @return this.
     */
    public Finding scorePart(final int part, final int points)
    {
        scoreParts[scorePartCount] = part;
        scorePoints[scorePartCount++] = points;
        return this;
    }

    /**
     * A comparison that was made.
     *
     * @param predicate index in the detector's {@link DetectorInfo#predicates()}.
     * @param measured  value, in the unit the predicate names.
     * @param threshold it was compared with, same unit.
     * @param passed    whether the comparison held.
     * @return this.
     */
    public Finding predicate(final int predicate, final long measured, final long threshold, final boolean passed)
    {
        predicates[predicateCount] = predicate;
        this.measured[predicateCount] = measured;
        thresholds[predicateCount] = threshold;
        this.passed[predicateCount++] = passed;
        return this;
    }

    /**
     * An event of the pattern. Beyond {@value #EVIDENCE_MAX} only the number of further ones is kept.
     *
     * @param sequence of it.
     * @param role     it played.
     * @return this.
     */
    public Finding evidence(final long sequence, final EvidenceRole role)
    {
        return evidence(sequence, role.ordinal());
    }

    /**
     * An event of the pattern.
     *
     * @param sequence of it.
     * @param role     code of its role.
     * @return this.
     */
    public Finding evidence(final long sequence, final int role)
    {
        if (evidenceCount < EVIDENCE_MAX)
        {
            evidence[evidenceCount] = sequence;
            roles[evidenceCount++] = role;
        }
        else
        {
            evidenceOverflow++;
        }
        return this;
    }

    /**
     * Evidence that is not named.
     *
     * @param count of further events.
     * @return this.
     */
    public Finding moreEvidence(final long count)
    {
        evidenceOverflow += count;
        return this;
    }

    /**
     * What it was worth, 128 bits of tick-lots of the instrument.
     *
     * @param method how it was reckoned.
     * @param high   upper half.
     * @param low    lower half, unsigned.
     * @return this.
     */
    public Finding benefit(final BenefitMethod method, final long high, final long low)
    {
        benefitMethod = method.ordinal();
        benefitHigh = high;
        benefitLow = low;
        return this;
    }

    /**
     * The best prices around the cause, in ticks, or {@link Absent#VALUE}.
     *
     * @param bidBefore before it.
     * @param askBefore before it.
     * @param bidAfter  after it.
     * @param askAfter  after it.
     * @return this.
     */
    public Finding book(final long bidBefore, final long askBefore, final long bidAfter, final long askAfter)
    {
        bidBeforeTicks = bidBefore;
        askBeforeTicks = askBefore;
        bidAfterTicks = bidAfter;
        askAfterTicks = askAfter;
        return this;
    }

    public int detector()
    {
        return detector;
    }

    public int detectorVersion()
    {
        return detectorVersion;
    }

    public int typology()
    {
        return typology;
    }

    public int severity()
    {
        return severity;
    }

    public int score()
    {
        return score;
    }

    public long tags()
    {
        return tags;
    }

    public long parametersHash()
    {
        return parametersHash;
    }

    public long causeSequence()
    {
        return causeSequence;
    }

    /**
     * The event at which it is told: its cause, or a later one.
     *
     * @return sequence.
     */
    public long toldSequence()
    {
        return toldSequence;
    }

    public long causeVenueTimeNanos()
    {
        return causeVenueTimeNanos;
    }

    public long engineTimeNanos()
    {
        return engineTimeNanos;
    }

    public long firstSequence()
    {
        return firstSequence;
    }

    public long firstVenueTimeNanos()
    {
        return firstVenueTimeNanos;
    }

    public int venueId()
    {
        return venueId;
    }

    public int instrumentId()
    {
        return instrumentId;
    }

    public int subjectKind()
    {
        return subjectKind;
    }

    public long subjectId()
    {
        return subjectId;
    }

    public long counterSubjectId()
    {
        return counterSubjectId;
    }

    public int ownerGroupKind()
    {
        return ownerGroupKind;
    }

    public long ownerGroupId()
    {
        return ownerGroupId;
    }

    public long ownerMapVersion()
    {
        return ownerMapVersion;
    }

    public int benefitMethod()
    {
        return benefitMethod;
    }

    public long benefitHigh()
    {
        return benefitHigh;
    }

    public long benefitLow()
    {
        return benefitLow;
    }

    public long bidBeforeTicks()
    {
        return bidBeforeTicks;
    }

    public long askBeforeTicks()
    {
        return askBeforeTicks;
    }

    public long bidAfterTicks()
    {
        return bidAfterTicks;
    }

    public long askAfterTicks()
    {
        return askAfterTicks;
    }

    public int accountCount()
    {
        return accountCount;
    }

    public long account(final int index)
    {
        return accounts[index];
    }

    public int scorePartCount()
    {
        return scorePartCount;
    }

    public int scorePart(final int index)
    {
        return scoreParts[index];
    }

    public int scorePoints(final int index)
    {
        return scorePoints[index];
    }

    public int predicateCount()
    {
        return predicateCount;
    }

    public int predicate(final int index)
    {
        return predicates[index];
    }

    public long measured(final int index)
    {
        return measured[index];
    }

    public long threshold(final int index)
    {
        return thresholds[index];
    }

    public boolean passed(final int index)
    {
        return passed[index];
    }

    public int evidenceCount()
    {
        return evidenceCount;
    }

    public long evidenceSequence(final int index)
    {
        return evidence[index];
    }

    public int evidenceRole(final int index)
    {
        return roles[index];
    }

    public long evidenceOverflow()
    {
        return evidenceOverflow;
    }

    /**
     * Write all that was said since {@link #begin}: of one that is held back when state is written.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        for (final long word : new long[] {
            severity, score, causeSequence, causeVenueTimeNanos, toldSequence, engineTimeNanos, firstSequence,
            firstVenueTimeNanos, venueId, instrumentId, subjectKind, subjectId, counterSubjectId, ownerGroupKind,
            ownerGroupId, ownerMapVersion, benefitMethod, benefitHigh, benefitLow, bidBeforeTicks, askBeforeTicks,
            bidAfterTicks, askAfterTicks, accountCount, scorePartCount, predicateCount, evidenceCount,
            evidenceOverflow})
        {
            state.putLong(word);
        }
        for (int i = 0; i < accountCount; i++)
        {
            state.putLong(accounts[i]);
        }
        for (int i = 0; i < scorePartCount; i++)
        {
            state.putLong(scoreParts[i]);
            state.putLong(scorePoints[i]);
        }
        for (int i = 0; i < predicateCount; i++)
        {
            state.putLong(predicates[i]);
            state.putLong(measured[i]);
            state.putLong(thresholds[i]);
            state.putLong(passed[i] ? 1 : 0);
        }
        for (int i = 0; i < evidenceCount; i++)
        {
            state.putLong(evidence[i]);
            state.putLong(roles[i]);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what was said here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        severity = (int)state.getLong();
        score = (int)state.getLong();
        causeSequence = state.getLong();
        causeVenueTimeNanos = state.getLong();
        toldSequence = state.getLong();
        engineTimeNanos = state.getLong();
        firstSequence = state.getLong();
        firstVenueTimeNanos = state.getLong();
        venueId = (int)state.getLong();
        instrumentId = (int)state.getLong();
        subjectKind = (int)state.getLong();
        subjectId = state.getLong();
        counterSubjectId = state.getLong();
        ownerGroupKind = (int)state.getLong();
        ownerGroupId = state.getLong();
        ownerMapVersion = state.getLong();
        benefitMethod = (int)state.getLong();
        benefitHigh = state.getLong();
        benefitLow = state.getLong();
        bidBeforeTicks = state.getLong();
        askBeforeTicks = state.getLong();
        bidAfterTicks = state.getLong();
        askAfterTicks = state.getLong();
        accountCount = (int)state.getLong();
        scorePartCount = (int)state.getLong();
        predicateCount = (int)state.getLong();
        evidenceCount = (int)state.getLong();
        evidenceOverflow = state.getLong();
        for (int i = 0; i < accountCount; i++)
        {
            accounts[i] = state.getLong();
        }
        for (int i = 0; i < scorePartCount; i++)
        {
            scoreParts[i] = (int)state.getLong();
            scorePoints[i] = (int)state.getLong();
        }
        for (int i = 0; i < predicateCount; i++)
        {
            predicates[i] = (int)state.getLong();
            measured[i] = state.getLong();
            thresholds[i] = state.getLong();
            passed[i] = state.getLong() != 0;
        }
        for (int i = 0; i < evidenceCount; i++)
        {
            evidence[i] = state.getLong();
            roles[i] = (int)state.getLong();
        }
    }
}
