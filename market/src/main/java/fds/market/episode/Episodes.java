package fds.market.episode;

import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.DetectionEncoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.finding.DetectionCodec;
import fds.market.finding.DetectionState;
import fds.market.finding.Finding;
import fds.market.finding.SubjectKind;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.collections.Hashing;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes alerts of findings. Findings of one detector about one subject on one instrument are one episode while they
 * follow each other closely enough; the episode is the alert. It is told when it opens, when its severity rises or the
 * number of its findings doubles, and when it closes; the last word holds everything that is needed to explain it.
 * <p>
 * Evidence of later findings is appended to what the episode has, each event once in a role; beyond 64 it is counted.
 * Severity, score and its parts, predicates, benefit and book are those of the gravest finding: by severity, then
 * score,
 * the newest among equals.
 * <p>
 * Owned by the account stage's thread. Allocates nothing after construction.
 */
public final class Episodes
{
    /** Closed because no finding came for a while. */
    public static final int CLOSED_QUIET = 1;
    /** Closed because it had been open for long. */
    public static final int CLOSED_LONG = 2;
    /** Closed because room was needed. */
    public static final int CLOSED_FULL = 3;

    private static final int NONE = -1;
    private static final int RECORD = 96;
    private static final int STRIDE = RECORD + DetectionCodec.LENGTH_MAX;

    // words of an episode's record; behind them its last Detection record
    private static final int KEY_DETECTOR = 0;
    private static final int KEY_SUBJECT = 8;
    private static final int KEY_COUNTER = 16;
    private static final int ALERT = 24;
    private static final int OPENED_TIME = 32;
    private static final int LAST_TIME = 40;
    private static final int FINDINGS = 48;
    private static final int LENGTH = 56;
    private static final int OLDER = 64;
    private static final int NEWER = 72;
    private static final int NEXT = 80;

    private final EpisodeConfig config;
    private final EpisodeSink sink;
    private final UnsafeBuffer memory;
    private final int[] buckets; // [hash & mask], episode + 1
    private final int mask;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DetectionDecoder decoder = new DetectionDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final DetectionEncoder encoder = new DetectionEncoder();
    private final long[] evidence = new long[Finding.EVIDENCE_MAX];
    private final int[] roles = new int[Finding.EVIDENCE_MAX];
    private final long[] accounts = new long[Finding.ACCOUNTS_MAX];
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[DetectionCodec.LENGTH_MAX]);

    private int highWater;
    private int free = NONE;
    private int oldest = NONE; // longest without a finding
    private int newest = NONE;
    private int openCount;
    private long openedCount;
    private long tickSequence;

    /**
     * Make it empty.
     *
     * @param config when findings belong together.
     * @param sink   told of every record, the finding first.
     */
    public Episodes(final EpisodeConfig config, final EpisodeSink sink)
    {
        this.config = config;
        this.sink = sink;
        memory = new UnsafeBuffer(new byte[Math.multiplyExact(config.capacity(), STRIDE)]);
        buckets = new int[org.agrona.BitUtil.findNextPositivePowerOfTwo(2 * config.capacity())];
        mask = buckets.length - 1;
    }

    /**
     * Take in a finding.
     *
     * @param buffer with its Detection record.
     * @param offset of the first byte.
     * @param length of the record.
     */
    public void onFinding(final DirectBuffer buffer, final int offset, final int length)
    {
        decoder.wrapAndApplyHeader(buffer, offset, header);
        final long timeNanos = decoder.engineTime();
        closeQuiet(timeNanos);
        // A named group and an account that is its own group may have the same number.
        final long named = decoder.subjectKind() == SubjectKind.OWNER_GROUP.ordinal() ? decoder.ownerGroupKind() : 0;
        final long key = (long)decoder.detector() << 40 | named << 36 | (long)decoder.subjectKind() << 32 |
            decoder.instrument() & 0xFFFF_FFFFL;
        final long subject = decoder.subject();
        final long counter = decoder.counterSubject();
        final int hash = Hashing.hash(key * 31 + subject * 0x9E3779B97F4A7C15L + counter, mask);
        int episode = find(hash, key, subject, counter);
        if (episode != NONE && timeNanos - memory.getLong(at(episode) + OPENED_TIME) >= config.maxNanos())
        {
            close(episode, decoder.sequence(), timeNanos, CLOSED_LONG);
            decoder.wrapAndApplyHeader(buffer, offset, header);
            episode = NONE;
        }
        if (episode == NONE)
        {
            open(hash, key, subject, counter, buffer, offset, length);
        }
        else
        {
            update(episode, buffer, offset, length);
        }
    }

    /**
     * Time has passed: close what has been quiet for long, each as of the time it was due.
     *
     * @param sequence  of the tick.
     * @param timeNanos engine time of the tick.
     */
    public void onTick(final long sequence, final long timeNanos)
    {
        tickSequence = sequence;
        closeQuiet(timeNanos);
    }

    public int openCount()
    {
        return openCount;
    }

    /**
     * Episodes ever opened: alerts.
     *
     * @return alerts.
     */
    public long openedCount()
    {
        return openedCount;
    }

    /**
     * Bytes of memory for a capacity.
     *
     * @param capacity episodes.
     * @return bytes.
     */
    public static long bytes(final int capacity)
    {
        return (long)capacity * (STRIDE + 16);
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(config.capacity());
        state.putLong(highWater);
        state.putLong(free);
        state.putLong(oldest);
        state.putLong(newest);
        state.putLong(openCount);
        state.putLong(openedCount);
        state.putLong(tickSequence);
        state.putBytes(memory, 0, highWater * STRIDE);
        for (final int bucket : buckets)
        {
            state.putLong(bucket);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        final long capacity = state.getLong();
        if (capacity != config.capacity())
        {
            throw new IllegalStateException("written with " + capacity + " episodes; here are " + config.capacity());
        }
        highWater = (int)state.getLong();
        free = (int)state.getLong();
        oldest = (int)state.getLong();
        newest = (int)state.getLong();
        openCount = (int)state.getLong();
        openedCount = state.getLong();
        tickSequence = state.getLong();
        state.getBytes(memory, 0, highWater * STRIDE);
        for (int i = 0; i < buckets.length; i++)
        {
            buckets[i] = (int)state.getLong();
        }
    }

    /**
     * The id of an alert: the same episode has the same id for ever.
     *
     * @param detector number.
     * @param venue    id.
     * @param key      detector, kind of subject, instrument.
     * @param subject  id.
     * @param counter  id.
     * @param sequence by which it opened.
     * @return 64 well mixed bits, never 0.
     */
    static long alertId(
        final int detector, final int venue, final long key, final long subject, final long counter,
        final long sequence)
    {
        long h = mix(0x46445331L ^ detector);
        h = mix(h ^ venue);
        h = mix(h ^ key);
        h = mix(h ^ subject);
        h = mix(h ^ counter);
        h = mix(h ^ sequence);
        return h == 0 ? 1 : h;
    }

    private static long mix(final long value)
    {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private void open(
        final int hash,
        final long key,
        final long subject,
        final long counter,
        final DirectBuffer buffer,
        final int offset,
        final int length)
    {
        final long sequence = decoder.sequence();
        final long timeNanos = decoder.engineTime();
        if (openCount == config.capacity())
        {
            sink.onEpisodesFull(memory.getLong(at(oldest) + ALERT), sequence, timeNanos);
            close(oldest, sequence, timeNanos, CLOSED_FULL);
            decoder.wrapAndApplyHeader(buffer, offset, header);
        }
        final int episode;
        if (free != NONE)
        {
            episode = free;
            free = (int)memory.getLong(at(episode) + NEXT);
        }
        else
        {
            episode = highWater++;
        }
        final int at = at(episode);
        final long alert = alertId(decoder.detector(), decoder.venue(), key, subject, counter, sequence);
        memory.putLong(at + KEY_DETECTOR, key);
        memory.putLong(at + KEY_SUBJECT, subject);
        memory.putLong(at + KEY_COUNTER, counter);
        memory.putLong(at + ALERT, alert);
        memory.putLong(at + OPENED_TIME, timeNanos);
        memory.putLong(at + LAST_TIME, timeNanos);
        memory.putLong(at + FINDINGS, 1);
        memory.putLong(at + LENGTH, length);
        memory.putLong(at + NEXT, buckets[hash]);
        buckets[hash] = episode + 1;
        memory.putBytes(at + RECORD, buffer, offset, length);
        append(episode);
        openCount++;
        openedCount++;
        tellFinding(buffer, offset, length, alert);
        tell(episode, DetectionState.OPENED);
    }

    private void update(final int episode, final DirectBuffer buffer, final int offset, final int length)
    {
        final int at = at(episode);
        final long findings = memory.getLong(at + FINDINGS) + 1;
        final int severityBefore = severityOf(at);
        memory.putLong(at + FINDINGS, findings);
        memory.putLong(at + LAST_TIME, decoder.engineTime());
        detach(episode);
        append(episode);
        tellFinding(buffer, offset, length, memory.getLong(at + ALERT));
        merge(at, buffer, offset, findings);
        if (severityOf(at) > severityBefore || (findings & findings - 1) == 0)
        {
            tell(episode, DetectionState.UPDATED);
        }
    }

    /** What the episode has and what the finding adds, written as one record in the episode's place. */
    private void merge(final int at, final DirectBuffer buffer, final int offset, final long findings)
    {
        final int record = at + RECORD;
        decoder.wrapAndApplyHeader(memory, record, header);
        final int severity = decoder.severity();
        final int score = decoder.score();
        final long firstSequence = decoder.firstSequence();
        final long firstVenueTime = decoder.firstVenueTime();
        long overflow = decoder.evidenceOverflow();
        int accountCount = 0;
        int evidenceCount = 0;
        for (final DetectionDecoder.AccountsDecoder accountsHere = decoder.accounts(); accountsHere.hasNext();)
        {
            accounts[accountCount++] = accountsHere.next().account();
        }
        skipToEvidence();
        for (final DetectionDecoder.EvidenceDecoder evidenceHere = decoder.evidence(); evidenceHere.hasNext();)
        {
            evidenceHere.next();
            evidence[evidenceCount] = evidenceHere.evidenceSequence();
            roles[evidenceCount++] = evidenceHere.role();
        }

        decoder.wrapAndApplyHeader(buffer, offset, header);
        overflow += decoder.evidenceOverflow();
        for (final DetectionDecoder.AccountsDecoder added = decoder.accounts(); added.hasNext();)
        {
            accountCount = addAccount(accountCount, added.next().account());
        }
        skipToEvidence();
        for (final DetectionDecoder.EvidenceDecoder added = decoder.evidence(); added.hasNext();)
        {
            added.next();
            if (!hasEvidence(evidenceCount, added.evidenceSequence(), added.role()))
            {
                if (evidenceCount < evidence.length)
                {
                    evidence[evidenceCount] = added.evidenceSequence();
                    roles[evidenceCount++] = added.role();
                }
                else
                {
                    overflow++;
                }
            }
        }
        final boolean graver = decoder.severity() > severity ||
            decoder.severity() == severity && decoder.score() >= score;
        write(at, graver ? buffer : memory, graver ? offset : record, accountCount, evidenceCount);
        final int block = record + MessageHeaderEncoder.ENCODED_LENGTH;
        decoder.wrapAndApplyHeader(buffer, offset, header);
        encoder.wrap(memory, block);
        encoder.sequence(decoder.sequence()).engineTime(decoder.engineTime()).causeSequence(decoder.causeSequence())
            .causeVenueTime(decoder.causeVenueTime()).firstSequence(firstSequence).firstVenueTime(firstVenueTime)
            .findingCount(findings).evidenceOverflow(overflow);
    }

    /** The block and the middle groups of one record, with the merged accounts and evidence. */
    private void write(
        final int at, final DirectBuffer source, final int offset, final int accountCount, final int evidenceCount)
    {
        decoder.wrapAndApplyHeader(source, offset, header);
        encoder.wrapAndApplyHeader(scratch, 0, headerEncoder);
        scratch.putBytes(MessageHeaderEncoder.ENCODED_LENGTH, source, offset + MessageHeaderEncoder.ENCODED_LENGTH,
            DetectionEncoder.BLOCK_LENGTH);
        final DetectionEncoder.AccountsEncoder accountsOut = encoder.accountsCount(accountCount);
        for (int i = 0; i < accountCount; i++)
        {
            accountsOut.next().account(accounts[i]);
        }
        final DetectionDecoder.AccountsDecoder skipped = decoder.accounts();
        while (skipped.hasNext())
        {
            skipped.next();
        }
        final DetectionDecoder.ScorePartsDecoder parts = decoder.scoreParts();
        final DetectionEncoder.ScorePartsEncoder partsOut = encoder.scorePartsCount(parts.count());
        while (parts.hasNext())
        {
            parts.next();
            partsOut.next().part(parts.part()).points(parts.points());
        }
        final DetectionDecoder.PredicatesDecoder predicates = decoder.predicates();
        final DetectionEncoder.PredicatesEncoder predicatesOut = encoder.predicatesCount(predicates.count());
        while (predicates.hasNext())
        {
            predicates.next();
            predicatesOut.next().measured(predicates.measured()).threshold(predicates.threshold())
                .predicate(predicates.predicate()).passed(predicates.passed());
        }
        final DetectionEncoder.EvidenceEncoder evidenceOut = encoder.evidenceCount(evidenceCount);
        for (int i = 0; i < evidenceCount; i++)
        {
            evidenceOut.next().evidenceSequence(evidence[i]).role((short)roles[i]);
        }
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        memory.putBytes(at + RECORD, scratch, 0, length);
        memory.putLong(at + LENGTH, length);
    }

    /** Groups are read in their order: the next one begins where the last element of this one ended. */
    private void skipToEvidence()
    {
        final DetectionDecoder.ScorePartsDecoder parts = decoder.scoreParts();
        while (parts.hasNext())
        {
            parts.next();
        }
        final DetectionDecoder.PredicatesDecoder predicates = decoder.predicates();
        while (predicates.hasNext())
        {
            predicates.next();
        }
    }

    private int addAccount(final int count, final long account)
    {
        for (int i = 0; i < count; i++)
        {
            if (accounts[i] == account)
            {
                return count;
            }
        }
        if (count == accounts.length)
        {
            return count;
        }
        accounts[count] = account;
        return count + 1;
    }

    private boolean hasEvidence(final int count, final long sequence, final int role)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            if (evidence[i] == sequence && roles[i] == role)
            {
                return true;
            }
        }
        return false;
    }

    private void closeQuiet(final long timeNanos)
    {
        while (oldest != NONE && timeNanos - memory.getLong(at(oldest) + LAST_TIME) >= config.quietNanos())
        {
            close(oldest, tickSequence, memory.getLong(at(oldest) + LAST_TIME) + config.quietNanos(), CLOSED_QUIET);
        }
    }

    private void close(final int episode, final long sequence, final long timeNanos, final int cause)
    {
        final int at = at(episode);
        encoder.wrap(memory, at + RECORD + MessageHeaderEncoder.ENCODED_LENGTH);
        encoder.sequence(sequence).engineTime(timeNanos).closeCause((short)cause);
        tell(episode, DetectionState.CLOSED);
        detach(episode);
        final long key = memory.getLong(at + KEY_DETECTOR);
        final long subject = memory.getLong(at + KEY_SUBJECT);
        final long counter = memory.getLong(at + KEY_COUNTER);
        final int hash = Hashing.hash(key * 31 + subject * 0x9E3779B97F4A7C15L + counter, mask);
        unlink(hash, episode);
        memory.putLong(at + NEXT, free);
        free = episode;
        openCount--;
    }

    private int find(final int hash, final long key, final long subject, final long counter)
    {
        for (int episode = buckets[hash] - 1; episode != NONE; episode = (int)memory.getLong(at(episode) + NEXT) - 1)
        {
            final int at = at(episode);
            if (memory.getLong(at + KEY_DETECTOR) == key && memory.getLong(at + KEY_SUBJECT) == subject &&
                memory.getLong(at + KEY_COUNTER) == counter)
            {
                return episode;
            }
        }
        return NONE;
    }

    private void unlink(final int hash, final int episode)
    {
        int previous = NONE;
        for (int here = buckets[hash] - 1; here != episode; here = (int)memory.getLong(at(here) + NEXT) - 1)
        {
            previous = here;
        }
        final int next = (int)memory.getLong(at(episode) + NEXT);
        if (previous == NONE)
        {
            buckets[hash] = next;
        }
        else
        {
            memory.putLong(at(previous) + NEXT, next);
        }
    }

    private void append(final int episode)
    {
        final int at = at(episode);
        memory.putLong(at + OLDER, newest);
        memory.putLong(at + NEWER, NONE);
        if (newest == NONE)
        {
            oldest = episode;
        }
        else
        {
            memory.putLong(at(newest) + NEWER, episode);
        }
        newest = episode;
    }

    private void detach(final int episode)
    {
        final int at = at(episode);
        final int older = (int)memory.getLong(at + OLDER);
        final int newer = (int)memory.getLong(at + NEWER);
        if (older == NONE)
        {
            oldest = newer;
        }
        else
        {
            memory.putLong(at(older) + NEWER, newer);
        }
        if (newer == NONE)
        {
            newest = older;
        }
        else
        {
            memory.putLong(at(newer) + OLDER, older);
        }
    }

    private void tellFinding(final DirectBuffer buffer, final int offset, final int length, final long alert)
    {
        scratch.putBytes(0, buffer, offset, length);
        DetectionCodec.assign(scratch, 0, alert, DetectionState.FINDING);
        sink.onRecord(scratch, 0, length);
    }

    private void tell(final int episode, final DetectionState state)
    {
        final int at = at(episode);
        DetectionCodec.assign(memory, at + RECORD, memory.getLong(at + ALERT), state);
        sink.onRecord(memory, at + RECORD, (int)memory.getLong(at + LENGTH));
    }

    private int severityOf(final int at)
    {
        return memory.getByte(at + RECORD + MessageHeaderEncoder.ENCODED_LENGTH +
            DetectionEncoder.severityEncodingOffset());
    }

    private static int at(final int episode)
    {
        return episode * STRIDE;
    }
}
