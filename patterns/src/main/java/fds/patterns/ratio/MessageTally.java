package fds.patterns.ratio;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Messages and trades of an account on an instrument: the current half minute and the nine before.
 * <p>
 * One word of the pair's record is all that a message touches: the number of the half minute that goes on, its messages
 * and trades, and how many messages are to come before a look can tell anything. Half minutes that are over are cold. A
 * count that is full stays; a half minute whose trades are full is not judged.
 */
final class MessageTally
{
    static final long BUCKET_NANOS = TimeUnit.SECONDS.toNanos(30);
    static final int BUCKETS = 10;
    static final int TRADES_MAX = (1 << 12) - 1;

    private static final int TRADES_SHIFT = 7; // below it: messages until the next look
    private static final int MESSAGES_SHIFT = 19;
    private static final int BUCKET_SHIFT = 37;
    private static final long LOOK_MASK = 0x7F;
    private static final long NO_LOOK = LOOK_MASK;
    private static final long MESSAGES_MAX = (1L << 18) - 1;

    // cold
    private static final int TOLD_BUCKET = 0; // number + 1 of the half minute of the last finding
    private static final int TOLD_LEVEL = 8;
    private static final int BLOCK = 16;      // number + 1 of the five minutes put away into last, see messagesMax
    private static final int OF_BLOCK = 24;   // messages put away in them
    private static final int OF_BEFORE = 32;  // and in the five minutes before
    private static final int RING = 40;       // [half minute % BUCKETS]: number + 1, messages, trades, first message
    private static final int NUMBER = 0;
    private static final int MESSAGES = 8;
    private static final int TRADES = 16;
    private static final int FIRST = 24;      // its sequence, then the venue's time
    private static final int RING_BYTES = 40;
    private static final int COLD_WORDS = (RING + BUCKETS * RING_BYTES) / 8;

    private final int offset;
    private final int coldOffset;
    private Market market;
    private UnsafeBuffer memory;
    private UnsafeBuffer cold;
    private int pair;
    private int at;
    private long bucket;
    private long messages;
    private long trades;

    MessageTally(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.PAIR, 1);
        coldOffset = layout.reserveCold(SlotKind.PAIR, COLD_WORDS);
    }

    /** Look at a pair as of an event. */
    MessageTally of(final Market market, final int pair, final MarketEvent event)
    {
        this.market = market;
        this.pair = pair;
        memory = market.records(SlotKind.PAIR);
        at = market.recordAt(SlotKind.PAIR, pair) + offset;
        bucket = event.engineTimeNanos() / BUCKET_NANOS;
        final long word = memory.getLong(at);
        if (word >>> BUCKET_SHIFT != bucket)
        {
            putAway(word);
            memory.putLong(at, bucket << BUCKET_SHIFT);
        }
        return this;
    }

    /** The account was filled. */
    void addTrade()
    {
        final long word = memory.getLong(at);
        if ((word >>> TRADES_SHIFT & TRADES_MAX) < TRADES_MAX)
        {
            memory.putLong(at, word + (1L << TRADES_SHIFT));
        }
    }

    /**
     * The account sent messages.
     *
     * @return whether it is time for a look.
     */
    boolean addMessages(final MarketEvent event, final long count)
    {
        final long word = memory.getLong(at);
        final long before = word >>> MESSAGES_SHIFT & MESSAGES_MAX;
        if (before == 0)
        {
            final int place = coldBucket(bucket);
            cold.putLong(place + NUMBER, bucket + 1);
            cold.putLong(place + FIRST, event.sequence());
            cold.putLong(place + FIRST + 8, event.venueTimeNanos());
        }
        final long added = Math.min(count, MESSAGES_MAX - before);
        final long left = word & LOOK_MASK;
        final boolean looks = left <= count; // never when there is to be none
        memory.putLong(at, word + (added << MESSAGES_SHIFT) - (looks || left == NO_LOOK ? 0 : count));
        return looks;
    }

    /** Look again when so many messages, 1 or more, have come, or before. */
    void lookAfter(final long count)
    {
        memory.putLong(at, memory.getLong(at) & ~LOOK_MASK | Math.min(count, NO_LOOK - 1));
    }

    /** Do not look again in this half minute. */
    void lookNoMore()
    {
        memory.putLong(at, memory.getLong(at) | LOOK_MASK);
    }

    /**
     * No fewer messages than the window has: those of the five minutes that are running, by the clock, and of the five
     * before. The window lies within them; they are in one line, where its ten half minutes are in seven.
     */
    long messagesMax()
    {
        final int head = coldAt();
        final long block = cold().getLong(head + BLOCK) - 1;
        final long running = bucket / BUCKETS;
        final long kept = block == running ? cold.getLong(head + OF_BLOCK) + cold.getLong(head + OF_BEFORE) :
            block == running - 1 ? cold.getLong(head + OF_BLOCK) : 0;
        return kept + (memory.getLong(at) >>> MESSAGES_SHIFT & MESSAGES_MAX);
    }

    /** Sum up the window. */
    void sum()
    {
        final long word = memory.getLong(at);
        messages = word >>> MESSAGES_SHIFT & MESSAGES_MAX;
        trades = word >>> TRADES_SHIFT & TRADES_MAX;
        boolean isFull = trades == TRADES_MAX;
        for (long number = Math.max(0, bucket - BUCKETS + 1); number < bucket; number++)
        {
            final int place = coldBucket(number);
            if (cold.getLong(place + NUMBER) == number + 1)
            {
                messages += cold.getLong(place + MESSAGES);
                trades += cold.getLong(place + TRADES);
                isFull |= cold.getLong(place + TRADES) == TRADES_MAX;
            }
        }
        trades = isFull ? Long.MAX_VALUE : trades;
    }

    long messages()
    {
        return messages;
    }

    /** Of the half minute that goes on. */
    long newestMessages()
    {
        return memory.getLong(at) >>> MESSAGES_SHIFT & MESSAGES_MAX;
    }

    /** {@link Long#MAX_VALUE}: more than are counted. */
    long trades()
    {
        return trades;
    }

    /** The level told within the pause, 0 when none was. */
    int told(final long pauseNanos)
    {
        final long last = cold().getLong(coldAt() + TOLD_BUCKET);
        final long pause = (pauseNanos + BUCKET_NANOS - 1) / BUCKET_NANOS;
        return last == 0 || bucket + 1 - last >= pause ? 0 : (int)cold.getLong(coldAt() + TOLD_LEVEL);
    }

    void tell(final int level)
    {
        cold().putLong(coldAt() + TOLD_BUCKET, bucket + 1);
        cold.putLong(coldAt() + TOLD_LEVEL, level);
    }

    /** Name the window's first message. */
    void name(final Finding finding, final long causeSequence)
    {
        for (long number = Math.max(0, bucket - BUCKETS + 1); number <= bucket; number++)
        {
            final int place = coldBucket(number);
            if (cold.getLong(place + NUMBER) == number + 1 && cold.getLong(place + FIRST) != 0)
            {
                final long sequence = cold.getLong(place + FIRST);
                if (sequence != causeSequence)
                {
                    finding.first(sequence, cold.getLong(place + FIRST + 8)).evidence(sequence, EvidenceRole.FIRST);
                }
                return;
            }
        }
    }

    /** The half minute before is over. */
    private void putAway(final long word)
    {
        final long counted = word >>> TRADES_SHIFT & (1L << BUCKET_SHIFT - TRADES_SHIFT) - 1;
        if (counted != 0)
        {
            final long number = word >>> BUCKET_SHIFT;
            final int place = coldBucket(number);
            if (cold.getLong(place + NUMBER) != number + 1)
            {
                cold.putLong(place + NUMBER, number + 1);
                cold.putLong(place + FIRST, 0); // it had trades only
            }
            cold.putLong(place + MESSAGES, word >>> MESSAGES_SHIFT & MESSAGES_MAX);
            cold.putLong(place + TRADES, word >>> TRADES_SHIFT & TRADES_MAX);
            putAway(number / BUCKETS, word >>> MESSAGES_SHIFT & MESSAGES_MAX);
        }
    }

    private void putAway(final long block, final long count)
    {
        final int head = coldAt();
        final long last = cold.getLong(head + BLOCK) - 1;
        if (last != block)
        {
            cold.putLong(head + OF_BEFORE, last == block - 1 ? cold.getLong(head + OF_BLOCK) : 0);
            cold.putLong(head + OF_BLOCK, 0);
            cold.putLong(head + BLOCK, block + 1);
        }
        cold.putLong(head + OF_BLOCK, cold.getLong(head + OF_BLOCK) + count);
    }

    private UnsafeBuffer cold()
    {
        cold = market.coldRecords(SlotKind.PAIR);
        return cold;
    }

    private int coldAt()
    {
        return market.coldAt(SlotKind.PAIR, pair) + coldOffset;
    }

    private int coldBucket(final long number)
    {
        cold();
        return coldAt() + RING + (int)(number % BUCKETS) * RING_BYTES;
    }
}
