package fds.bench.peers;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * R3: at each new order or cancel, over the account's news n and cancels c on the instrument with time above now - 1000
 * ms, this message included: n + c above 200 and c above 0.95 n. Every such message is told. Clock: whole milliseconds.
 * <p>
 * State: in the pair's record the counts of three half seconds, never less than what the window holds; and a log of all
 * messages of the partition, each naming the one before it of its pair. Only when the three counts exceed 200 are the
 * pair's messages walked and counted exactly. The log is bounded: a message overwritten while still in the window is
 * not counted, and the walk says so.
 */
final class OrderBurstDetector implements Detector
{
    private static final int CAPACITY = 1 << 13;
    private static final int MESSAGES_MAX = 200;
    private static final long WINDOW_MILLIS = 1000;
    private static final long BUCKET_NANOS = 500_000_000;
    private static final long NANOS = 1_000_000;

    // a message of the log: 1 bit, 47 bits, and how far back the pair's message before it is, 0 for none or too far
    private static final int CANCEL_SHIFT = 63;
    private static final int MILLIS_SHIFT = 16;
    private static final long MILLIS_MASK = (1L << CANCEL_SHIFT - MILLIS_SHIFT) - 1;
    private static final long BACK_MASK = 0xFFFF;

    // the pair's first word: number of the newest half second, then 8 bits each for the counts of the last three
    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1 << COUNT_BITS) - 1;

    private final Finding finding;
    private final int boundWord;  // pair: the three counts
    private final int newestWord; // pair: number of its newest message in the log, 0 when none
    // [number & CAPACITY - 1]: cancel, millisecond, messages to the older
    private final long[] log = new long[CAPACITY];
    private long number; // of the newest message
    private long truncatedCount;

    OrderBurstDetector(final Finding finding, final StateLayout layout)
    {
        this.finding = finding;
        boundWord = layout.reserve(SlotKind.PAIR, 2);
        newestWord = boundWord + 8;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final int pair = market.pairSlot();
        if (pair == SlotTable.NONE)
        {
            return;
        }
        final NativeBuffer records = market.records(SlotKind.PAIR);
        final long at = market.offsetOf(SlotKind.PAIR, pair);
        final long timeNanos = event.engineTimeNanos();
        final long cancel = event.kind() == Kind.CANCEL ? 1 : 0;
        final long back = ++number - records.getLong(at + newestWord);
        log[(int)number & CAPACITY - 1] = cancel << CANCEL_SHIFT | timeNanos / NANOS << MILLIS_SHIFT |
            (back < CAPACITY ? back : 0);
        records.putLong(at + newestWord, number);

        final long bucket = timeNanos / BUCKET_NANOS;
        final long counts = advance(records.getLong(at + boundWord), bucket);
        records.putLong(at + boundWord, bucket << COUNT_BITS | counts);
        if ((counts & 0xFF) + (counts >>> 8 & 0xFF) + (counts >>> 16) > MESSAGES_MAX)
        {
            countExactly(event, findings);
        }
    }

    @Override
    public void writePartition(final StateWriter state)
    {
        state.putLong(number);
        state.putLong(truncatedCount);
        for (final long word : log)
        {
            state.putLong(word);
        }
    }

    @Override
    public void readPartition(final StateReader state)
    {
        number = state.getLong();
        truncatedCount = state.getLong();
        for (int i = 0; i < log.length; i++)
        {
            log[i] = state.getLong();
        }
    }

    /**
     * Walks that ended before they met a message outside the window: its first message, or one overwritten.
     *
     * @return walks.
     */
    long truncatedCount()
    {
        return truncatedCount;
    }

    /** The counts moved on to a half second, one message added to it; a count stays at 255. */
    private static long advance(final long bound, final long bucket)
    {
        final long gone = bucket - (bound >>> COUNT_BITS);
        final long counts = gone > 2 ? 0 : (bound & COUNT_MASK) << (gone << 3) & COUNT_MASK;
        return (counts & 0xFF) == 0xFF ? counts : counts + 1;
    }

    private void countExactly(final MarketEvent event, final FindingSink findings)
    {
        final long expired = event.engineTimeNanos() / NANOS - WINDOW_MILLIS;
        long messages = 0;
        long cancels = 0;
        long back = 0;
        while (back < CAPACITY)
        {
            final long message = log[(int)(number - back) & CAPACITY - 1];
            if ((message >>> MILLIS_SHIFT & MILLIS_MASK) <= expired)
            {
                break;
            }
            messages++;
            cancels += message >>> CANCEL_SHIFT;
            if ((message & BACK_MASK) == 0)
            {
                back = CAPACITY;
            }
            back += message & BACK_MASK;
        }
        truncatedCount += back >= CAPACITY ? 1 : 0;
        if (messages > MESSAGES_MAX && cancels * 100 > (messages - cancels) * 95)
        {
            findings.onFinding(finding.begin(event)
                .subject(SubjectKind.ACCOUNT, event.accountId(), Absent.UNKNOWN_ID)
                .rate(Severity.of(2), 80)
                .addAccount(event.accountId())
                .predicate(0, messages, MESSAGES_MAX, true)
                .evidence(event.sequence(), EvidenceRole.CAUSE));
        }
    }
}
