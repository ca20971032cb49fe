package fds.patterns.stuffing;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What an account sent on an instrument. A second is the current tenth and the nine before; five seconds are the
 * current half second and the nine before: never more than they say.
 * <p>
 * Several counts share a word, 21 bits each; a count that is full stays, so that it cannot spill into its neighbour.
 * The sums and the current buckets are two lines of the pair's record, all that most messages touch. A half second that
 * is over goes into the cold record if it counted anything, and a bit says that it is there, so that nothing has to be
 * cleared after a long silence.
 */
final class MessageWindow
{
    static final BucketWindow SECOND = new BucketWindow(10, TimeUnit.MILLISECONDS.toNanos(100));
    static final long HALF_SECOND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    static final int HALF_SECONDS = 10;
    static final BucketWindow FIVE_SECONDS = new BucketWindow(HALF_SECONDS, HALF_SECOND_NANOS);

    private static final long TENTH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TENTHS = 10;
    private static final int FIELD_BITS = 21;
    private static final long FIELD_MAX = (1L << FIELD_BITS) - 1;
    private static final int FIELDS = 3; // of a word
    private static final int LOWEST = 0;
    private static final int MIDDLE = FIELD_BITS;
    private static final int HIGHEST = 2 * FIELD_BITS;
    private static final int RECENT_MAX = 4;

    // two lines of the pair's record
    private static final int NEWEST = 0;        // number of the half second that goes on
    private static final int COUNTS = 8;        // sums of entries, withdrawals, fills
    private static final int MESSAGES = 16;     // sums of messages, top changes; then the bits of LIVE
    private static final int CURRENT = 24;      // bucket of the half second that goes on
    private static final int TENTH = 56;        // number of the tenth that goes on, and the sum of all ten
    private static final int TENTH_COUNTS = 64; // [tenth % TENTHS / FIELDS], a field each
    private static final int RECENT = 96;       // sequences of the last messages, the newest first; 0 for none
    private static final int WORDS = 16;

    private static final int LIVE_SHIFT = 2 * FIELD_BITS; // [half second % HALF_SECONDS]: it is in the cold record
    private static final int SUM_BITS = 25;
    private static final long SUM_MASK = (1L << SUM_BITS) - 1;

    // a bucket, the current one or a cold one
    private static final int BUCKET_COUNTS = 0;   // entries, withdrawals, fills
    private static final int BUCKET_MESSAGES = 8; // messages, top changes
    private static final int FIRST = 16;          // sequence of its first message, then the venue's time
    private static final int BUCKET_BYTES = 32;

    private static final int TOLD = 0;            // cold: engine time + 1 of the last finding
    private static final int BUCKETS = 8;         // cold: [half second % HALF_SECONDS]
    private static final int COLD_WORDS = (BUCKETS + HALF_SECONDS * BUCKET_BYTES) / 8;

    private final int offset;
    private final int coldOffset;
    private Market market;
    private UnsafeBuffer memory;
    private int pair;
    private int at;
    private long timeNanos;

    MessageWindow(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.PAIR, WORDS);
        coldOffset = layout.reserveCold(SlotKind.PAIR, COLD_WORDS);
    }

    /** Look at a pair as of an event. */
    MessageWindow of(final Market market, final int pair, final MarketEvent event)
    {
        this.market = market;
        this.pair = pair;
        memory = market.records(SlotKind.PAIR);
        at = market.recordAt(SlotKind.PAIR, pair) + offset;
        timeNanos = event.engineTimeNanos();
        final long half = timeNanos / HALF_SECOND_NANOS;
        if (half != memory.getLong(at + NEWEST))
        {
            advance(half);
        }
        return this;
    }

    /** The account sent a message; what it did is told by 0 or 1 each. */
    void addMessage(final MarketEvent event, final int entry, final int withdrawal, final int topChange)
    {
        addToTenth();
        if ((memory.getLong(at + CURRENT + BUCKET_MESSAGES) & FIELD_MAX) == 0)
        {
            memory.putLong(at + CURRENT + FIRST, event.sequence());
            memory.putLong(at + CURRENT + FIRST + 8, event.venueTimeNanos());
        }
        add(COUNTS, BUCKET_COUNTS, LOWEST, entry);
        add(COUNTS, BUCKET_COUNTS, MIDDLE, withdrawal);
        add(MESSAGES, BUCKET_MESSAGES, LOWEST, 1);
        add(MESSAGES, BUCKET_MESSAGES, MIDDLE, topChange);
        for (int i = RECENT_MAX - 1; i > 0; i--)
        {
            memory.putLong(at + RECENT + i * 8, memory.getLong(at + RECENT + (i - 1) * 8));
        }
        memory.putLong(at + RECENT, event.sequence());
    }

    /** The account's order was filled. */
    void addFill()
    {
        add(COUNTS, BUCKET_COUNTS, HIGHEST, 1);
    }

    /** Messages in the last second. */
    long messagesInSecond()
    {
        advanceTenths();
        return memory.getLong(at + TENTH) & SUM_MASK;
    }

    long entries()
    {
        return field(COUNTS, LOWEST);
    }

    long withdrawals()
    {
        return field(COUNTS, MIDDLE);
    }

    long fills()
    {
        return field(COUNTS, HIGHEST);
    }

    long messages()
    {
        return field(MESSAGES, LOWEST);
    }

    long topChanges()
    {
        return field(MESSAGES, MIDDLE);
    }

    /** Whether so much time has passed since the last finding about this account, or there was none. */
    boolean mayTell(final long pauseNanos)
    {
        final long told = cold().getLong(coldAt() + TOLD);
        return told == 0 || timeNanos + 1 - told >= pauseNanos;
    }

    void told()
    {
        cold().putLong(coldAt() + TOLD, timeNanos + 1);
    }

    /** Name the first message of the window and the last ones; the rest is counted. */
    void name(final Finding finding, final long causeSequence)
    {
        finding.evidence(causeSequence, EvidenceRole.CAUSE);
        long named = 1;
        final long firstSequence = nameFirst(finding, causeSequence);
        if (firstSequence < causeSequence)
        {
            named++;
        }
        for (int i = RECENT_MAX - 1; i >= 0; i--)
        {
            final long sequence = memory.getLong(at + RECENT + i * 8);
            if (sequence > firstSequence && sequence < causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.MESSAGE);
                named++;
            }
        }
        finding.moreEvidence(Math.max(0, messages() - named));
    }

    private long nameFirst(final Finding finding, final long causeSequence)
    {
        final long half = timeNanos / HALF_SECOND_NANOS;
        for (long number = half - HALF_SECONDS + 1; number <= half; number++)
        {
            final boolean current = number == half;
            if (current || number >= 0 && isLive(number))
            {
                final UnsafeBuffer buffer = current ? memory : cold();
                final int bucket = current ? at + CURRENT : coldBucket(number);
                if ((buffer.getLong(bucket + BUCKET_MESSAGES) & FIELD_MAX) != 0)
                {
                    final long sequence = buffer.getLong(bucket + FIRST);
                    if (sequence < causeSequence)
                    {
                        finding.first(sequence, buffer.getLong(bucket + FIRST + 8))
                            .evidence(sequence, EvidenceRole.BURST_START);
                    }
                    return sequence;
                }
            }
        }
        return causeSequence;
    }

    private void add(final int sums, final int counts, final int shift, final int count)
    {
        final long sum = memory.getLong(at + sums);
        if (count != 0 && (sum >>> shift & FIELD_MAX) < FIELD_MAX)
        {
            memory.putLong(at + sums, sum + ((long)count << shift));
            memory.putLong(at + CURRENT + counts, memory.getLong(at + CURRENT + counts) + ((long)count << shift));
        }
    }

    private long field(final int sums, final int shift)
    {
        return memory.getLong(at + sums) >>> shift & FIELD_MAX;
    }

    /** Another half second goes on: the one before is put away, and what has left the window is taken off the sums. */
    private void advance(final long half)
    {
        final long newest = memory.getLong(at + NEWEST);
        long counts = memory.getLong(at + COUNTS);
        long messages = memory.getLong(at + MESSAGES);
        if (half - newest >= HALF_SECONDS)
        {
            counts = 0;
            messages = 0;
        }
        else
        {
            if ((memory.getLong(at + CURRENT + BUCKET_COUNTS) | memory.getLong(at + CURRENT + BUCKET_MESSAGES)) != 0)
            {
                final UnsafeBuffer cold = cold();
                final int bucket = coldBucket(newest);
                for (int word = 0; word < BUCKET_BYTES; word += 8)
                {
                    cold.putLong(bucket + word, memory.getLong(at + CURRENT + word));
                }
                messages |= 1L << LIVE_SHIFT + (int)(newest % HALF_SECONDS);
            }
            for (long number = newest + 1; number <= half && messages >>> LIVE_SHIFT != 0; number++)
            {
                final long live = 1L << LIVE_SHIFT + (int)(number % HALF_SECONDS);
                if ((messages & live) != 0)
                {
                    counts -= cold().getLong(coldBucket(number) + BUCKET_COUNTS);
                    messages -= cold().getLong(coldBucket(number) + BUCKET_MESSAGES) + live;
                }
            }
        }
        memory.putLong(at + NEWEST, half);
        memory.putLong(at + COUNTS, counts);
        memory.putLong(at + MESSAGES, messages);
        memory.putLong(at + CURRENT + BUCKET_COUNTS, 0);
        memory.putLong(at + CURRENT + BUCKET_MESSAGES, 0);
    }

    private void addToTenth()
    {
        advanceTenths();
        final int place = (int)(timeNanos / TENTH_NANOS % TENTHS);
        final int word = at + TENTH_COUNTS + place / FIELDS * 8;
        final int shift = place % FIELDS * FIELD_BITS;
        final long counts = memory.getLong(word);
        if ((counts >>> shift & FIELD_MAX) < FIELD_MAX)
        {
            memory.putLong(word, counts + (1L << shift));
            memory.putLong(at + TENTH, memory.getLong(at + TENTH) + 1);
        }
    }

    private void advanceTenths()
    {
        final long tenth = timeNanos / TENTH_NANOS;
        final long before = memory.getLong(at + TENTH);
        final long newest = before >>> SUM_BITS;
        if (tenth == newest)
        {
            return;
        }
        long sum = before & SUM_MASK;
        if (sum != 0 && tenth - newest < TENTHS)
        {
            for (long number = newest + 1; number <= tenth; number++)
            {
                final int place = (int)(number % TENTHS);
                final int word = at + TENTH_COUNTS + place / FIELDS * 8;
                final int shift = place % FIELDS * FIELD_BITS;
                final long counts = memory.getLong(word);
                sum -= counts >>> shift & FIELD_MAX;
                memory.putLong(word, counts & ~(FIELD_MAX << shift));
            }
        }
        else
        {
            sum = 0;
            for (int word = at + TENTH_COUNTS; word < at + RECENT; word += 8)
            {
                memory.putLong(word, 0);
            }
        }
        memory.putLong(at + TENTH, tenth << SUM_BITS | sum);
    }

    private boolean isLive(final long half)
    {
        return (memory.getLong(at + MESSAGES) >>> LIVE_SHIFT + (int)(half % HALF_SECONDS) & 1) != 0;
    }

    private UnsafeBuffer cold()
    {
        return market.coldRecords(SlotKind.PAIR);
    }

    private int coldAt()
    {
        return market.coldAt(SlotKind.PAIR, pair) + coldOffset;
    }

    private int coldBucket(final long half)
    {
        return coldAt() + BUCKETS + (int)(half % HALF_SECONDS) * BUCKET_BYTES;
    }
}
