package fds.bench.peers;

import fds.market.detector.Detector;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
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
 * R2: an order of 8 times the instrument's mean or more is cancelled within a second, unfilled, and less than half a
 * second after its account was filled on the other side. Clock: whole milliseconds.
 * <p>
 * State: large orders in a ring by age; each names the one before it of its account × instrument, whose record names
 * the newest. A name tells when the order came, too: an account without large orders of the last second, and that is
 * nearly every one, costs one look at its record. When the ring is full the oldest is forgotten and counted.
 */
final class LargeOrderCancelDetector implements Detector
{
    private static final int CAPACITY = 1024;
    private static final long ORDERS_MIN = 100;
    private static final long MULTIPLE = 8;
    private static final long WINDOW_MILLIS = 1000;
    private static final long CANCEL_MILLIS = 500;
    private static final long NANOS = 1_000_000;

    // words of a large order: [(number & CAPACITY - 1) * WORDS]
    private static final int WORDS = 8;
    private static final int ORDER = 0;
    private static final int PLACED = 1;
    private static final int LAST_FILL = 2; // millisecond, NEVER before the first
    private static final int SIDE = 3;
    private static final int OLDER = 4; // name of the account's large order before, 0 when none
    private static final int SEQUENCE = 5;
    private static final int IS_LIVE = 6;

    private static final long NEVER = Long.MIN_VALUE;

    // A name is the millisecond and the low bits of the number: a second brings no partition two million large orders.
    private static final int NUMBER_BITS = 21;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    private final Finding finding;
    private final int newestWord; // pair: name of its newest large order, 0 when none
    private final int countWord;  // instrument: new orders, then their quantity
    private final long[] large = new long[CAPACITY * WORDS];
    private long number; // of the newest
    private long forgottenCount;

    LargeOrderCancelDetector(final Finding finding, final StateLayout layout)
    {
        this.finding = finding;
        newestWord = layout.reserve(SlotKind.PAIR, 1);
        countWord = layout.reserve(SlotKind.INSTRUMENT, 2);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.NEW -> onNew(event, market);
            case Kind.CANCEL -> onCancel(event, market, findings);
            default -> onTrade(event, market);
        }
    }

    @Override
    public void writePartition(final StateWriter state)
    {
        state.putLong(number);
        state.putLong(forgottenCount);
        for (final long word : large)
        {
            state.putLong(word);
        }
    }

    @Override
    public void readPartition(final StateReader state)
    {
        number = state.getLong();
        forgottenCount = state.getLong();
        for (int i = 0; i < large.length; i++)
        {
            large[i] = state.getLong();
        }
    }

    /**
     * Large orders forgotten while they could still have mattered.
     *
     * @return orders.
     */
    long forgottenCount()
    {
        return forgottenCount;
    }

    private void onNew(final MarketEvent event, final Market market)
    {
        final NativeBuffer records = market.records(SlotKind.INSTRUMENT);
        final long at = market.offsetOf(SlotKind.INSTRUMENT, market.instrumentSlot()) + countWord;
        final long quantity = event.quantityLots();
        final long count = records.getLong(at) + 1;
        final long sum = records.getLong(at + 8) + quantity;
        records.putLong(at, count);
        records.putLong(at + 8, sum);
        // quantity >= 8 * sum / count without a division
        if (quantity * count >= MULTIPLE * sum && count >= ORDERS_MIN && market.pairSlot() != SlotTable.NONE)
        {
            keep(event, market);
        }
    }

    private void keep(final MarketEvent event, final Market market)
    {
        final NativeBuffer records = market.records(SlotKind.PAIR);
        final long at = market.offsetOf(SlotKind.PAIR, market.pairSlot()) + newestWord;
        final long millis = event.engineTimeNanos() / NANOS;
        final int entry = entryOf(++number);
        if (large[entry + IS_LIVE] != 0 && millis - large[entry + PLACED] < WINDOW_MILLIS)
        {
            forgottenCount++;
        }
        large[entry + ORDER] = event.orderId();
        large[entry + PLACED] = millis;
        large[entry + LAST_FILL] = NEVER;
        large[entry + SIDE] = event.side();
        large[entry + OLDER] = records.getLong(at);
        large[entry + SEQUENCE] = event.sequence();
        large[entry + IS_LIVE] = 1;
        records.putLong(at, millis << NUMBER_BITS | number & NUMBER_MASK);
    }

    private void onTrade(final MarketEvent event, final Market market)
    {
        final int side = event.side();
        filled(event, market, market.counterPairSlot(), event.counterOrderId(), side);
        filled(event, market, market.pairSlot(), event.orderId(), Side.BUY + Side.SELL - side);
    }

    private void filled(
        final MarketEvent event, final Market market, final int pair, final long orderId, final int side)
    {
        if (pair == SlotTable.NONE)
        {
            return;
        }
        final long millis = event.engineTimeNanos() / NANOS;
        long own = market.records(SlotKind.PAIR).getLong(market.offsetOf(SlotKind.PAIR, pair) + newestWord);
        while (matters(own, millis))
        {
            final int entry = entryOf(own);
            if (large[entry + ORDER] == orderId)
            {
                large[entry + IS_LIVE] = 0;
            }
            else if (large[entry + SIDE] != side)
            {
                large[entry + LAST_FILL] = millis;
            }
            own = large[entry + OLDER];
        }
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings)
    {
        if (market.pairSlot() == SlotTable.NONE)
        {
            return;
        }
        final long millis = cancel.engineTimeNanos() / NANOS;
        long own = market.records(SlotKind.PAIR).getLong(
            market.offsetOf(SlotKind.PAIR, market.pairSlot()) + newestWord);
        while (matters(own, millis) && large[entryOf(own) + ORDER] != cancel.orderId())
        {
            own = large[entryOf(own) + OLDER];
        }
        if (matters(own, millis) && large[entryOf(own) + IS_LIVE] != 0)
        {
            onLargeCancel(cancel, entryOf(own), findings);
        }
    }

    private void onLargeCancel(final MarketEvent event, final int entry, final FindingSink findings)
    {
        final long millis = event.engineTimeNanos() / NANOS;
        final long fill = large[entry + LAST_FILL];
        large[entry + IS_LIVE] = 0;
        if (fill != NEVER && millis - fill < CANCEL_MILLIS && millis - large[entry + PLACED] < WINDOW_MILLIS)
        {
            findings.onFinding(finding.begin(event)
                .subject(SubjectKind.ACCOUNT, event.accountId(), event.orderId())
                .rate(Severity.of(2), 80)
                .addAccount(event.accountId())
                .evidence(large[entry + SEQUENCE], EvidenceRole.BIG_ORDER)
                .evidence(event.sequence(), EvidenceRole.CANCEL));
        }
    }

    /** Whether a name is of an order that came within the window and was not overwritten; then those before may be. */
    private boolean matters(final long name, final long millis)
    {
        return name != 0 && millis - (name >>> NUMBER_BITS) < WINDOW_MILLIS && (number - name & NUMBER_MASK) < CAPACITY;
    }

    /** Of a number or a name. */
    private static int entryOf(final long name)
    {
        return ((int)name & CAPACITY - 1) * WORDS;
    }
}
