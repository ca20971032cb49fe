package fds.patterns.stuffing;

import java.util.concurrent.TimeUnit;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What an account sent on an instrument, in words of the pair's record. A second is the current tenth and the nine
 * before; five seconds are the current half second and the nine before: never more than they say.
 * <p>
 * Several counts share a word, 21 bits each; a count that is full stays, so that it cannot spill into its neighbour.
 */
final class MessageWindow
{
    static final BucketWindow SECOND = new BucketWindow(10, TimeUnit.MILLISECONDS.toNanos(100));
    static final long HALF_SECOND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    static final int HALF_SECONDS = 10;
    static final BucketWindow FIVE_SECONDS = new BucketWindow(HALF_SECONDS, HALF_SECOND_NANOS);

    private static final int FIELD_BITS = 21;
    private static final long FIELD_MAX = (1L << FIELD_BITS) - 1;
    private static final int LOWEST = 0;
    private static final int MIDDLE = FIELD_BITS;
    private static final int HIGHEST = 2 * FIELD_BITS;

    private static final int RECENT_MAX = 4;
    private static final int COUNTS = SECOND.words() * 8;             // entries, withdrawals, fills
    private static final int MESSAGES = COUNTS + FIVE_SECONDS.words() * 8; // messages, top changes
    private static final int FIRSTS = MESSAGES + FIVE_SECONDS.words() * 8; // [half second]: sequence, venue time
    private static final int RECENT = FIRSTS + HALF_SECONDS * 16;     // [cursor % RECENT_MAX]: sequence
    private static final int CURSOR = RECENT + RECENT_MAX * 8;
    private static final int TOLD = CURSOR + 8;                       // engine time + 1 of the last finding
    private static final int WORDS = (TOLD + 8) / 8;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;

    MessageWindow(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.PAIR, WORDS);
    }

    /** Look at a pair as of an event. */
    MessageWindow of(final Market market, final int pair, final MarketEvent event)
    {
        memory = market.records(SlotKind.PAIR);
        at = market.recordAt(SlotKind.PAIR, pair) + offset;
        timeNanos = event.engineTimeNanos();
        return this;
    }

    /** The account sent a message; what it did is told by 0 or 1 each. */
    void addMessage(final MarketEvent event, final int entry, final int withdrawal, final int topChange)
    {
        SECOND.add(memory, at, timeNanos, 1);
        add(at + COUNTS, LOWEST, entry);
        add(at + COUNTS, MIDDLE, withdrawal);
        FIVE_SECONDS.sum(memory, at + MESSAGES, timeNanos);
        final long bucket = timeNanos / HALF_SECOND_NANOS;
        if ((memory.getLong(FIVE_SECONDS.wordOf(at + MESSAGES, bucket)) & FIELD_MAX) == 0)
        {
            final int first = firstOf(bucket);
            memory.putLong(first, event.sequence());
            memory.putLong(first + 8, event.venueTimeNanos());
        }
        add(at + MESSAGES, LOWEST, 1);
        add(at + MESSAGES, MIDDLE, topChange);
        final long cursor = memory.getLong(at + CURSOR);
        memory.putLong(at + RECENT + (int)(cursor % RECENT_MAX) * 8, event.sequence());
        memory.putLong(at + CURSOR, cursor + 1);
    }

    void addFill()
    {
        add(at + COUNTS, HIGHEST, 1);
    }

    long messagesInSecond()
    {
        return SECOND.sum(memory, at, timeNanos);
    }

    long entries()
    {
        return field(at + COUNTS, LOWEST);
    }

    long withdrawals()
    {
        return field(at + COUNTS, MIDDLE);
    }

    long fills()
    {
        return field(at + COUNTS, HIGHEST);
    }

    long messages()
    {
        return field(at + MESSAGES, LOWEST);
    }

    long topChanges()
    {
        return field(at + MESSAGES, MIDDLE);
    }

    /** Whether so much time has passed since the last finding about this account, or there was none. */
    boolean mayTell(final long pauseNanos)
    {
        final long told = memory.getLong(at + TOLD);
        return told == 0 || timeNanos + 1 - told >= pauseNanos;
    }

    void told()
    {
        memory.putLong(at + TOLD, timeNanos + 1);
    }

    /** Name the first message of the window and the last ones; the rest is counted. */
    void name(final Finding finding, final long causeSequence)
    {
        finding.evidence(causeSequence, EvidenceRole.CAUSE);
        long named = 1;
        final int first = firstInWindow();
        final long firstSequence = first == Absent.NO_SLOT ? causeSequence : memory.getLong(first);
        if (firstSequence < causeSequence)
        {
            finding.first(firstSequence, memory.getLong(first + 8)).evidence(firstSequence, EvidenceRole.BURST_START);
            named++;
        }
        final long cursor = memory.getLong(at + CURSOR);
        for (long number = Math.max(0, cursor - RECENT_MAX); number < cursor; number++)
        {
            final long sequence = memory.getLong(at + RECENT + (int)(number % RECENT_MAX) * 8);
            if (sequence > firstSequence && sequence < causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.MESSAGE);
                named++;
            }
        }
        finding.moreEvidence(Math.max(0, messages() - named));
    }

    private int firstInWindow()
    {
        final long bucket = timeNanos / HALF_SECOND_NANOS;
        for (long b = Math.max(0, bucket - HALF_SECONDS + 1); b <= bucket; b++)
        {
            if ((memory.getLong(FIVE_SECONDS.wordOf(at + MESSAGES, b)) & FIELD_MAX) != 0)
            {
                return firstOf(b);
            }
        }
        return Absent.NO_SLOT;
    }

    private int firstOf(final long bucket)
    {
        return at + FIRSTS + (int)(bucket % HALF_SECONDS) * 16;
    }

    private void add(final int window, final int shift, final int count)
    {
        if (count != 0 && field(window, shift) < FIELD_MAX)
        {
            FIVE_SECONDS.add(memory, window, timeNanos, (long)count << shift);
        }
    }

    private long field(final int window, final int shift)
    {
        return FIVE_SECONDS.sum(memory, window, timeNanos) >>> shift & FIELD_MAX;
    }
}
