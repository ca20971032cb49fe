package fds.patterns.stuffing;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/**
 * What an account sent on an instrument. A second is the current tenth and the nine before; five seconds are the
 * current half second and the nine before: never more than they say.
 * <p>
 * Most accounts are never near a threshold, so no sums are kept. The half second that goes on is one line of the pair's
 * record; one that is over is put away in the {@link HalfSecondLog}. Beside it stand two bounds that are never less
 * than what the windows hold ({@link #mayReach}, {@link #topChangesBound}); only when a bound reaches a threshold are
 * the half seconds read and counted exactly ({@link #count}).
 * <p>
 * Several counts share a word, 21 bits each; a count that is full stays, so that it cannot spill into its neighbour.
 */
final class MessageWindow
{
    static final BucketWindow SECOND = new BucketWindow(10, TimeUnit.MILLISECONDS.toNanos(100));
    static final long HALF_SECOND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    static final int HALF_SECONDS = 10;
    static final BucketWindow FIVE_SECONDS = new BucketWindow(HALF_SECONDS, HALF_SECOND_NANOS);

    private static final long TENTH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TENTHS = 5; // of a half second
    private static final int TENTHS_OF_SECOND = 10;
    private static final int FIELD_BITS = 21;
    private static final long FIELD_MAX = (1L << FIELD_BITS) - 1;
    private static final int FIELDS = 3; // of a word
    private static final int RECENT_MAX = 4;
    private static final long LOW = 0xFFFF_FFFFL; // of a sequence or a half second: five seconds see no more

    // fields of a half second, by number: word of BUCKET = field / FIELDS
    private static final int ENTRIES = 0;
    private static final int WITHDRAWALS = 1;
    private static final int FILLS = 2;
    private static final int TOP_CHANGES = 3;
    private static final int FIRST_TENTH = 4;

    // one line of the pair's record
    private static final int NEWEST = 0;   // half second 36 bits, messages of the one before 14, of the one before that
    private static final int BUCKET = 8;   // the half second that goes on
    private static final int RECENT = 48;  // low halves of the sequences of the newest message and the one before
    private static final int OLDER = 56;   // the one before that, and the number of the last half second in the log
    private static final int WORDS = 8;

    // the half second that goes on
    private static final int COUNTS_END = 24; // three words of fields; then
    private static final int FIRST = 24;      // low half of the sequence of its first message, in the upper half
                                              // top changes of this and of the last five seconds by the clock
    private static final int FIRST_TIME = 32; // venue time of its first message
    private static final int UPPER = 32;
    private static final int CHANGES_BITS = 16;
    private static final long CHANGES_MAX = (1L << CHANGES_BITS) - 1;

    private static final int BEFORE_BITS = 14;
    private static final long BEFORE_MAX = (1L << BEFORE_BITS) - 1;

    private static final int TOLD = 0; // cold: engine time + 1 of the last finding
    private static final int COLD_WORDS = 1;

    private final HalfSecondLog log;
    private final int offset;
    private final int coldOffset;
    private Market market;
    private NativeBuffer memory;
    private int pair;
    private long at;
    private long timeNanos;
    private long half;

    // as counted
    private long messagesInSecond;
    private long entries;
    private long withdrawals;
    private long fills;
    private long messages;
    private long topChanges;
    private long firstLow;  // of the window's first message
    private long firstTime;
    private long dropped;   // low half of the message that the newest pushed out of the last ones

    MessageWindow(final StateLayout layout, final HalfSecondLog log)
    {
        this.log = log;
        offset = layout.reserve(SlotKind.PAIR, WORDS);
        coldOffset = layout.reserveCold(SlotKind.PAIR, COLD_WORDS);
    }

    /** Look at a pair as of an event. */
    MessageWindow of(final Market market, final int pair, final MarketEvent event)
    {
        this.market = market;
        this.pair = pair;
        memory = market.records(SlotKind.PAIR);
        at = market.offsetOf(SlotKind.PAIR, pair) + offset;
        timeNanos = event.engineTimeNanos();
        half = timeNanos / HALF_SECOND_NANOS;
        final long newest = memory.getLong(at + NEWEST);
        if (half != newest >>> 2 * BEFORE_BITS)
        {
            turn(newest);
        }
        return this;
    }

    /** The account sent a message; what it did is told by 0 or 1 each. */
    void addMessage(final MarketEvent event, final int entry, final int withdrawal, final int topChange)
    {
        final long bucket = at + BUCKET;
        final long sequence = event.sequence();
        if (messages(bucket) == 0)
        {
            memory.putLong(bucket + FIRST,
                memory.getLong(bucket + FIRST) >>> UPPER << UPPER | sequence & LOW);
            memory.putLong(bucket + FIRST_TIME, event.venueTimeNanos());
        }
        add(ENTRIES, entry);
        add(WITHDRAWALS, withdrawal);
        add(FIRST_TENTH + (int)(timeNanos / TENTH_NANOS - half * TENTHS), 1);
        if (topChange != 0)
        {
            add(TOP_CHANGES, 1);
            final long first = memory.getLong(bucket + FIRST);
            memory.putLong(bucket + FIRST,
                (first >>> UPPER & CHANGES_MAX) < CHANGES_MAX ? first + (1L << UPPER) : first);
        }
        final long recent = memory.getLong(at + RECENT);
        final long older = memory.getLong(at + OLDER);
        dropped = older & LOW;
        memory.putLong(at + OLDER, older >>> UPPER << UPPER | recent >>> UPPER);
        memory.putLong(at + RECENT, recent << UPPER | sequence & LOW);
    }

    /** The account's order was filled. */
    void addFill()
    {
        add(FILLS, 1);
    }

    /** Whether the messages of the last second can be so many. */
    boolean mayReach(final long messagesMin)
    {
        final long newest = memory.getLong(at + NEWEST);
        final long before = newest >>> BEFORE_BITS & BEFORE_MAX;
        final long beforeThat = newest & BEFORE_MAX;
        return messages(at + BUCKET) + before + beforeThat >= messagesMin ||
            before == BEFORE_MAX || beforeThat == BEFORE_MAX;
    }

    /** No less than the top changes of the last five seconds; {@link Long#MAX_VALUE} when not known. */
    long topChangesBound()
    {
        final long first = memory.getLong(at + BUCKET + FIRST);
        final long current = first >>> UPPER & CHANGES_MAX;
        final long before = first >>> UPPER + CHANGES_BITS;
        return current == CHANGES_MAX || before == CHANGES_MAX ? Long.MAX_VALUE : current + before;
    }

    /** Count exactly what the windows hold. */
    void count()
    {
        messagesInSecond = 0;
        entries = 0;
        withdrawals = 0;
        fills = 0;
        messages = 0;
        topChanges = 0;
        final long bucket = at + BUCKET;
        final long firstHere = memory.getLong(bucket + FIRST) & LOW;
        count(memory.getLong(bucket), memory.getLong(bucket + 8), memory.getLong(bucket + 16), 0, firstHere,
            memory.getLong(bucket + FIRST_TIME));
        int past = log.find(memory.getLong(at + OLDER) >>> UPPER, pair, half);
        while (past >= 0)
        {
            count(log.word(past + HalfSecondLog.COUNTS), log.word(past + HalfSecondLog.COUNTS + 1),
                log.word(past + HalfSecondLog.COUNTS + 2), log.age(past, half),
                log.word(past + HalfSecondLog.FIRST) & LOW, log.word(past + HalfSecondLog.FIRST_TIME));
            past = log.find(log.before(past), pair, half);
        }
    }

    private void count(
        final long one, final long two, final long three, final long age, final long first, final long time)
    {
        entries += field(one, two, three, ENTRIES);
        withdrawals += field(one, two, three, WITHDRAWALS);
        fills += field(one, two, three, FILLS);
        topChanges += field(one, two, three, TOP_CHANGES);
        final long sent = messagesOf(two, three);
        if (sent != 0)
        {
            messages += sent;
            firstLow = first; // the oldest is counted last
            firstTime = time;
        }
        final long firstTenth = timeNanos / TENTH_NANOS - TENTHS_OF_SECOND + 1 - (half - age) * TENTHS;
        for (int tenth = (int)Math.max(0, firstTenth); tenth < TENTHS; tenth++)
        {
            messagesInSecond += field(one, two, three, FIRST_TENTH + tenth);
        }
    }

    /** Messages in the last second, as {@link #count}ed. */
    long messagesInSecond()
    {
        return messagesInSecond;
    }

    long entries()
    {
        return entries;
    }

    long withdrawals()
    {
        return withdrawals;
    }

    long fills()
    {
        return fills;
    }

    long messages()
    {
        return messages;
    }

    long topChanges()
    {
        return topChanges;
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

    /** Name the first message of the window as {@link #count}ed, and the last ones; the rest is a number. */
    void name(final Finding finding, final long causeSequence)
    {
        finding.evidence(causeSequence, EvidenceRole.CAUSE);
        long named = 1;
        final long firstSequence = nameFirst(finding, causeSequence);
        if (firstSequence < causeSequence)
        {
            named++;
        }
        for (int i = (int)Math.min(RECENT_MAX, messages) - 1; i > 0; i--)
        {
            final long sequence = whole(recentLow(i), causeSequence);
            if (sequence > firstSequence && sequence < causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.MESSAGE);
                named++;
            }
        }
        finding.moreEvidence(Math.max(0, messages - named));
    }

    /** Low half of the sequence of one of the messages before the newest, 1 to 3 back. */
    private long recentLow(final int back)
    {
        return switch (back)
        {
            case 1 -> memory.getLong(at + RECENT) >>> UPPER;
            case 2 -> memory.getLong(at + OLDER) & LOW;
            default -> dropped;
        };
    }

    private long nameFirst(final Finding finding, final long causeSequence)
    {
        final long sequence = whole(firstLow, causeSequence);
        if (sequence < causeSequence)
        {
            finding.first(sequence, firstTime).evidence(sequence, EvidenceRole.BURST_START);
        }
        return sequence;
    }

    /** The sequence with a low half, at or less than 2³² before another. */
    private static long whole(final long low, final long notAfter)
    {
        return notAfter - (notAfter - low & LOW);
    }

    /** Another half second goes on: the one before is put away, and the bounds move. */
    private void turn(final long newest)
    {
        final long before = newest >>> 2 * BEFORE_BITS;
        final long bucket = at + BUCKET;
        final long sent = messages(bucket);
        if ((memory.getLong(bucket) | memory.getLong(bucket + 8) | memory.getLong(bucket + 16)) != 0)
        {
            final long older = memory.getLong(at + OLDER);
            final int past = log.append(pair, older >>> UPPER, half);
            for (int word = 0; word < COUNTS_END / 8; word++)
            {
                log.word(past + HalfSecondLog.COUNTS + word, memory.getLong(bucket + word * 8));
                memory.putLong(bucket + word * 8, 0);
            }
            log.word(past + HalfSecondLog.FIRST, memory.getLong(bucket + FIRST) & LOW | before << UPPER);
            log.word(past + HalfSecondLog.FIRST_TIME, memory.getLong(bucket + FIRST_TIME));
            memory.putLong(at + OLDER, older & LOW | log.newest() << UPPER);
        }
        final long gone = half - before;
        final long one = gone == 1 ? Math.min(sent, BEFORE_MAX) : 0;
        final long two = gone == 1 ? newest >>> BEFORE_BITS & BEFORE_MAX : gone == 2 ? Math.min(sent, BEFORE_MAX) : 0;
        memory.putLong(at + NEWEST, half << 2 * BEFORE_BITS | one << BEFORE_BITS | two);

        final long periods = half / HALF_SECONDS - before / HALF_SECONDS;
        if (periods != 0)
        {
            final long changes = memory.getLong(bucket + FIRST) >>> UPPER & CHANGES_MAX;
            memory.putLong(bucket + FIRST, periods == 1 ? changes << UPPER + CHANGES_BITS : 0);
        }
    }

    private void add(final int field, final int count)
    {
        final long word = at + BUCKET + field / FIELDS * 8;
        final int shift = field % FIELDS * FIELD_BITS;
        final long counts = memory.getLong(word);
        if ((counts >>> shift & FIELD_MAX) < FIELD_MAX)
        {
            memory.putLong(word, counts + ((long)count << shift));
        }
    }

    private static long field(final long one, final long two, final long three, final int field)
    {
        final long word = field < FIELDS ? one : field < 2 * FIELDS ? two : three;
        return word >>> field % FIELDS * FIELD_BITS & FIELD_MAX;
    }

    private long messages(final long bucket)
    {
        return messagesOf(memory.getLong(bucket + 8), memory.getLong(bucket + 16));
    }

    /** The sum of the five tenths. */
    private static long messagesOf(final long two, final long three)
    {
        return (two >>> FIELD_BITS & FIELD_MAX) + (two >>> 2 * FIELD_BITS) +
            (three & FIELD_MAX) + (three >>> FIELD_BITS & FIELD_MAX) + (three >>> 2 * FIELD_BITS);
    }

    private NativeBuffer cold()
    {
        return market.coldRecords(SlotKind.PAIR);
    }

    private int coldAt()
    {
        return market.coldAt(SlotKind.PAIR, pair) + coldOffset;
    }
}
