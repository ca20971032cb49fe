package fds.market.partition;

import java.util.Set;

import fds.market.book.PriceLevels;
import fds.market.detector.Detector;
import fds.market.detector.Need;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.features.Decay;
import fds.market.features.SizableOrders;
import fds.market.features.TradingPhase;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.memory.NativeBuffer;
import fds.market.money.Int128;
import fds.market.owner.OwnerGroups;
import fds.market.reference.ReferenceData;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.market.trust.BookTrust;
import fds.market.trust.TrustConfig;
import org.agrona.UnsafeApi;

/**
 * One of the 64 partitions: live orders, accounts, groups and instruments, book and features, all as of the event being
 * handled, and the slots to which that event's keys were resolved.
 * <p>
 * For each event {@link #apply} is called, then the detectors read from here, then {@link #finish} forgets the orders
 * that the event ended. Nothing here depends on any other partition. Owned by one thread.
 */
public final class Market implements AutoCloseable
{
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DECAY_STEP_NANOS = HOUR_NANOS / 64;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final int COUNT_BITS = 16; // decaying counts are kept in 1/65536

    private static final long MAKES_BOOK = Kind.mask(Kind.NEW, Kind.REPLACE, Kind.CANCEL, Kind.BOOK);
    private static final long PAIR_KINDS = Kind.mask(Kind.ORDER_REQUEST, Kind.REJECT, Kind.LIQUIDATION,
        Kind.ADL, Kind.POSITION, Kind.SWAP); // beside orders and trades

    private static final PriceLevels NO_LEVELS = new PriceLevels(2, true);

    private final int partition;
    private final ReferenceData reference;
    private final BlindSpotSink blindSpots;
    private final boolean keepsOrders;
    private final boolean keepsBook;
    private final boolean keepsGroups;
    private final boolean keepsFills;
    private final boolean keepsBaselines;
    private final boolean keepsVolume;
    private final boolean keepsReturns;
    private final boolean keepsSizable;
    private final boolean keepsMoves;
    private final int sizableAt; // in a group's cold record
    private final int levelsPerSide;

    private final SlotTable orders;
    private final SlotTable pairs;
    private final SlotTable groups;
    private final NativeBuffer orderRecords;
    private final NativeBuffer pairRecords;
    private final NativeBuffer groupRecords;
    private final NativeBuffer instrumentRecords;
    private final int instrumentBytes;
    private final long instrumentAllocation;
    private final PriceLevels[] bids; // [instrumentSlot], null until the instrument is defined
    private final PriceLevels[] asks; // [instrumentSlot]
    private final MarketCounters counters = new MarketCounters();
    private final BookTrust trust;
    private Detector[] releaseListeners = {};

    // as of the event being handled
    private int instrumentId;
    private int instrumentSlot;
    private long instrumentAt;
    private int orderSlot;
    private int counterOrderSlot;
    private int pairSlot;
    private int counterPairSlot;
    private int groupSlot;
    private int counterGroupSlot;
    private long accountId;
    private long counterAccountId;
    private boolean orderEnded;
    private boolean counterOrderEnded;
    private long bidBeforeTicks = Absent.VALUE;
    private long askBeforeTicks = Absent.VALUE;
    private long bidBeforeLots;
    private long askBeforeLots;
    private boolean isTrade; // only a trade changes the last price
    private long lastPriceBeforeTicks;
    private long lastTradeSequenceBefore;
    private long sequence;
    private long timeNanos;
    private long venueTimeNanos;

    /**
     * Make an empty partition.
     *
     * @param partition  0 to 63.
     * @param capacity   of its tables.
     * @param needs      what its detectors have it keep.
     * @param layout     with what its detectors reserved.
     * @param reference  of its thread.
     * @param blindSpots told when something is lost to sight.
     */
    public Market(
        final int partition,
        final Capacity capacity,
        final Set<Need> needs,
        final StateLayout layout,
        final ReferenceData reference,
        final BlindSpotSink blindSpots)
    {
        this.partition = partition;
        this.reference = reference;
        this.blindSpots = blindSpots;
        keepsBook = keepsBook(needs);
        keepsOrders = keepsOrders(needs);
        keepsFills = needs.contains(Need.FILLS);
        keepsSizable = needs.contains(Need.SIZABLE);
        keepsMoves = needs.contains(Need.MOVES) && keepsBook;
        keepsGroups = keepsGroups(needs);
        keepsBaselines = keepsSizable || needs.contains(Need.BASELINES);
        sizableAt = keepsFills ? Records.GROUP_FILL_WORDS * 8 : 0;
        keepsVolume = needs.contains(Need.VOLUME);
        keepsReturns = needs.contains(Need.RETURNS);
        levelsPerSide = capacity.levelsPerSide();
        orders = new SlotTable(SlotKind.ORDER, keepsOrders ? capacity.ordersPerPartition() : 16,
            layout.recordBytes(SlotKind.ORDER), layout.coldBytes(SlotKind.ORDER),
            OrderRecord.KEY_MASK, OrderRecord.ENTRY_SEQUENCE, this::onEviction);
        pairs = new SlotTable(SlotKind.PAIR, capacity.pairsPerPartition(),
            layout.recordBytes(SlotKind.PAIR), layout.coldBytes(SlotKind.PAIR),
            Records.PAIR_KEY_MASK, Records.RECENCY, this::onEviction);
        groups = new SlotTable(SlotKind.GROUP, keepsGroups ? capacity.groupsPerPartition() : 16,
            layout.recordBytes(SlotKind.GROUP), layout.coldBytes(SlotKind.GROUP),
            Records.GROUP_KEY_MASK, Records.RECENCY, this::onEviction);
        orderRecords = orders.records();
        pairRecords = pairs.records();
        groupRecords = groups.records();
        instrumentBytes = layout.recordBytes(SlotKind.INSTRUMENT);
        final int instruments = capacity.instruments() / Instrument.PARTITIONS + 1;
        final long bytes = (long)instruments * instrumentBytes;
        instrumentAllocation = UnsafeApi.allocateMemory(bytes + 64);
        instrumentRecords = new NativeBuffer(instrumentAllocation + 63 & ~63L, Math.toIntExact(bytes));
        bids = new PriceLevels[instruments];
        asks = new PriceLevels[instruments];
        trust = new BookTrust(
            instrumentRecords, Records.FLAGS, Records.TRUST, reference.feedWords(), blindSpots, counters);
    }

    /**
     * A layout that holds what the market keeps for these needs: where no orders are kept, detectors' first words share
     * the line of the pair's key.
     *
     * @param needs of all detectors.
     * @return a new layout.
     */
    public static StateLayout newLayout(final Set<Need> needs)
    {
        final StateLayout layout = new StateLayout(OrderRecord.BYTES,
            keepsOrders(needs) ? Records.PAIR_BYTES : Records.PAIR_BYTES_WITHOUT_ORDERS,
            Records.GROUP_BYTES, Records.INSTRUMENT_BYTES);
        if (needs.contains(Need.FILLS))
        {
            layout.reserveCold(SlotKind.GROUP, Records.GROUP_FILL_WORDS); // first, so it lies at 0
        }
        if (needs.contains(Need.SIZABLE))
        {
            layout.reserveCold(SlotKind.GROUP, SizableOrders.WORDS); // behind the fills
        }
        if (needs.contains(Need.MOVES))
        {
            layout.reserve(SlotKind.INSTRUMENT, Records.MOVE_WORDS); // first, so it lies at Records.ASK_RISES
        }
        return layout;
    }

    static boolean keepsBook(final Set<Need> needs)
    {
        return needs.contains(Need.BOOK) || needs.contains(Need.QUOTES);
    }

    static boolean keepsOrders(final Set<Need> needs)
    {
        return keepsBook(needs) || needs.contains(Need.ORDERS);
    }

    static boolean keepsGroups(final Set<Need> needs)
    {
        return needs.contains(Need.FILLS) || needs.contains(Need.SIZABLE) || needs.contains(Need.GROUPS);
    }

    /**
     * Set who hears of released slots.
     *
     * @param detectors that keep state outside the records.
     */
    public void releaseListeners(final Detector[] detectors)
    {
        releaseListeners = detectors.clone();
    }

    /**
     * Set what a book may show before it is doubted.
     *
     * @param config in force from the first event on.
     */
    public void trust(final TrustConfig config)
    {
        trust.configure(config);
    }

    /**
     * A FEED_STATUS or GAP that names a feed and no instrument: it is told of each instrument of its venue whose book
     * that feed makes.
     *
     * @param event without instrument.
     */
    public void onFeedEvent(final MarketEvent event)
    {
        trust.onWholeFeed(event);
        for (int slot = 0; slot < bids.length && keepsBook; slot++)
        {
            final int id = slot * Instrument.PARTITIONS + partition;
            final long at = instrumentAt(slot);
            if (bids[slot] != null && trust.isOfFeed(at, event.feedId()) &&
                reference.instrument(id).venueId() == event.venueId())
            {
                trust.onFeedEvent(event, at, id);
            }
        }
    }

    /**
     * An instrument of this partition was defined, or has a new version. With a new version what was live in old ticks
     * and lots is dropped and a blind spot told.
     *
     * @param instrument of this partition.
     */
    public void onInstrument(final Instrument instrument)
    {
        final int slot = slotOf(instrument.id());
        final long at = instrumentAt(slot);
        final boolean known = bids[slot] != null;
        if (known)
        {
            blindSpots.onBlindSpot(BlindSpotCause.INSTRUMENT_CHANGED, SlotKind.INSTRUMENT.ordinal(), instrument.id(),
                instrument.version(), instrument.id());
            dropLiveState(instrument.id());
        }
        else
        {
            bids[slot] = new PriceLevels(keepsBook ? levelsPerSide : 2, true);
            asks[slot] = new PriceLevels(keepsBook ? levelsPerSide : 2, false);
            if (keepsBook && instrument.type() != InstrumentType.ASSET && instrument.type() != InstrumentType.POOL)
            {
                bids[slot].prepare();
                asks[slot].prepare();
            }
        }
        instrumentRecords.zero(at, instrumentBytes);
        instrumentRecords.putLong(at + Records.FLAGS, Records.FLAG_KNOWN);
        instrumentRecords.putLong(at + Records.LAST_PRICE, Absent.VALUE);
        instrumentRecords.putLong(at + Records.MARK, Absent.VALUE);
        instrumentRecords.putLong(at + Records.INDEX, Absent.VALUE);
        instrumentRecords.putLong(at + Records.BBO_BID, Absent.VALUE);
        instrumentRecords.putLong(at + Records.BBO_ASK, Absent.VALUE);
        for (int i = 0; i < Records.RETURN_SECONDS; i++)
        {
            instrumentRecords.putLong(at + Records.RETURNS + i * 8, Absent.VALUE);
        }
    }

    // For looking ahead.

    SlotTable pairs()
    {
        return pairs;
    }

    SlotTable orders()
    {
        return orders;
    }

    long groupAddress(final int slot)
    {
        return groups.addressOf(slot);
    }

    /** Where the keys of a group's sizable orders lie, if they are kept; any address where the slot is none. */
    long sizableAddress(final int slot)
    {
        return groups.coldAddressOf(slot) + sizableAt;
    }

    /** Levels of a side; of an instrument that is not defined, none. */
    PriceLevels levels(final int instrument, final int side)
    {
        final int slot = slotOf(instrument);
        final PriceLevels levels = slot >= bids.length ? null : side == Side.BUY ? bids[slot] : asks[slot];
        return levels == null ? NO_LEVELS : levels;
    }

    /**
     * Take an event in: resolve its keys, update book and features.
     *
     * @param event of an instrument of this partition.
     */
    public void apply(final MarketEvent event)
    {
        apply(event, SlotTable.NONE, SlotTable.NONE, SlotTable.NONE, SlotTable.NONE);
    }

    /**
     * Take an event in whose keys were looked for ahead. A slot that is not the key's, or no longer, is found anew.
     *
     * @param event             of an instrument of this partition.
     * @param likelyOrder       slot of its order.
     * @param likelyPair        slot of its account on its instrument.
     * @param likelyCounterOrder of a trade, slot of the aggressor's order.
     * @param likelyCounterPair of a trade, slot of the aggressor's account.
     */
    public void apply(
        final MarketEvent event,
        final int likelyOrder,
        final int likelyPair,
        final int likelyCounterOrder,
        final int likelyCounterPair)
    {
        final int kind = event.kind();
        begin(event, kind);
        switch (kind)
        {
            case Kind.NEW ->
            {
                resolveOwners(likelyPair, likelyCounterPair);
                onNew(event);
            }
            case Kind.REPLACE ->
            {
                beginMessage(event, likelyOrder, likelyPair, likelyCounterPair);
                onReplace(event);
            }
            case Kind.CANCEL ->
            {
                beginMessage(event, likelyOrder, likelyPair, likelyCounterPair);
                onCancel(event);
            }
            case Kind.TRADE ->
            {
                findOrder(event, likelyOrder);
                findCounterOrder(event, likelyCounterOrder);
                resolveOwners(likelyPair, likelyCounterPair);
                onTrade(event);
            }
            default ->
            {
                if ((PAIR_KINDS >>> kind & 1) != 0)
                {
                    resolveOwners(likelyPair, likelyCounterPair);
                }
                onOther(event, kind);
            }
        }
        if (keepsBook)
        {
            endBook(event);
        }
    }

    private void begin(final MarketEvent event, final int kind)
    {
        sequence = event.sequence();
        timeNanos = event.engineTimeNanos();
        venueTimeNanos = event.venueTimeNanos();
        instrumentId = event.instrumentId();
        instrumentSlot = slotOf(instrumentId);
        instrumentAt = instrumentAt(instrumentSlot);
        orderSlot = SlotTable.NONE;
        counterOrderSlot = SlotTable.NONE;
        pairSlot = SlotTable.NONE;
        counterPairSlot = SlotTable.NONE;
        groupSlot = SlotTable.NONE;
        counterGroupSlot = SlotTable.NONE;
        orderEnded = false;
        counterOrderEnded = false;
        accountId = event.accountId();
        counterAccountId = event.counterAccountId();
        isTrade = kind == Kind.TRADE;
        if (keepsBook)
        {
            bidBeforeTicks = bestBidTicks();
            askBeforeTicks = bestAskTicks();
            bidBeforeLots = bestBidLots();
            askBeforeLots = bestAskLots();
            if ((MAKES_BOOK >>> kind & 1) != 0)
            {
                trust.onBookEvent(event, instrumentAt, instrumentId);
            }
        }
    }

    private void beginMessage(
        final MarketEvent event, final int likelyOrder, final int likelyPair, final int likelyCounterPair)
    {
        findOrder(event, likelyOrder);
        resolveOwners(likelyPair, likelyCounterPair);
        if (keepsBaselines)
        {
            baseline(0, 0);
        }
    }

    private void onOther(final MarketEvent event, final int kind)
    {
        switch (kind)
        {
            case Kind.BOOK -> onBook(event);
            case Kind.BOOK_CLEAR -> onBookClear(event);
            case Kind.BBO -> onBbo(event);
            case Kind.MARK -> putPrice(Records.MARK, event);
            case Kind.INDEX -> onIndex(event);
            case Kind.FEED_STATUS, Kind.GAP -> onTrustEvent(event);
            case Kind.HALT, Kind.RESET, Kind.EXPIRY, Kind.FUNDING, Kind.SETTLEMENT_WINDOW -> onTimetable(event);
            default ->
            {
            }
        }
    }

    private void endBook(final MarketEvent event)
    {
        if (event.has(Flags.LAST))
        {
            settlePending();
        }
        trust.onHandled(event, instrumentAt, instrumentId, bids[instrumentSlot].bestTicks(),
            asks[instrumentSlot].bestTicks());
        if (keepsMoves && isBookTrusted())
        {
            countMoves();
        }
    }

    private void onTimetable(final MarketEvent event)
    {
        TradingPhase.onEvent(instrumentRecords, (int)instrumentAt + Records.PHASE, event);
        if (event.kind() == Kind.HALT)
        {
            onTrustEvent(event);
        }
    }

    private void onTrustEvent(final MarketEvent event)
    {
        if (keepsBook)
        {
            trust.onFeedEvent(event, instrumentAt, instrumentId);
        }
    }

    /** The event is handled: forget the orders that it ended. */
    public void finish()
    {
        if (orderEnded)
        {
            release(orders, orderSlot);
        }
        if (counterOrderEnded)
        {
            release(orders, counterOrderSlot);
        }
    }

    /**
     * An account's owner group changed: its live orders move to the new group, its windows do not.
     *
     * @param venueId   of the account.
     * @param accountId known.
     */
    public void onOwnerChange(final int venueId, final long accountId)
    {
        for (int slot = 0; slot < bids.length; slot++)
        {
            final int id = slot * Instrument.PARTITIONS + partition;
            final Instrument instrument = bids[slot] == null ? null : reference.instrument(id);
            if (instrument == null || instrument.venueId() != venueId)
            {
                continue;
            }
            final int pair = pairs.find(SlotTable.hash(accountId, id), accountId, id);
            if (pair != SlotTable.NONE)
            {
                final long at = pairs.offsetOf(pair);
                final long live = keepsOrders ? pairRecords.getLong(at + Records.PAIR_LIVE_ORDERS) : 0;
                final long buy = keepsOrders ? pairRecords.getLong(at + Records.PAIR_LIVE_BUY) : 0;
                final long sell = keepsOrders ? pairRecords.getLong(at + Records.PAIR_LIVE_SELL) : 0;
                moveLive(groupOf(at, accountId, id), -live, -buy, -sell);
                setGroup(at, venueId, accountId);
                moveLive(groupOf(at, accountId, id), live, buy, sell);
            }
        }
    }

    // ---- what detectors read ----

    public int partition()
    {
        return partition;
    }

    /**
     * Instruments, owners and rates.
     *
     * @return to read.
     */
    public ReferenceData reference()
    {
        return reference;
    }

    /**
     * The event's order: on TRADE the resting one.
     *
     * @return slot, or {@link SlotTable#NONE} when it is not live here.
     */
    public int orderSlot()
    {
        return orderSlot;
    }

    /**
     * On TRADE the aggressor's order, on REPLACE the order under its new id.
     *
     * @return slot, or {@link SlotTable#NONE}.
     */
    public int counterOrderSlot()
    {
        return counterOrderSlot;
    }

    /**
     * The account on this instrument: on TRADE the resting side's.
     *
     * @return slot, or {@link SlotTable#NONE} when the account is not known.
     */
    public int pairSlot()
    {
        return pairSlot;
    }

    /**
     * On TRADE the aggressor's account on this instrument.
     *
     * @return slot, or {@link SlotTable#NONE}.
     */
    public int counterPairSlot()
    {
        return counterPairSlot;
    }

    /**
     * The owner group of the account on this instrument.
     *
     * @return slot, or {@link SlotTable#NONE}.
     */
    public int groupSlot()
    {
        return groupSlot;
    }

    /**
     * On TRADE the owner group of the aggressor on this instrument.
     *
     * @return slot, or {@link SlotTable#NONE}.
     */
    public int counterGroupSlot()
    {
        return counterGroupSlot;
    }

    /**
     * The instrument.
     *
     * @return slot, 0 or more.
     */
    public int instrumentSlot()
    {
        return instrumentSlot;
    }

    /**
     * The account, from the event or else from its order.
     *
     * @return id, or {@link Absent#UNKNOWN_ID}.
     */
    public long accountId()
    {
        return accountId;
    }

    /**
     * On TRADE the aggressor's account, from the event or else from its order.
     *
     * @return id, or {@link Absent#UNKNOWN_ID}.
     */
    public long counterAccountId()
    {
        return counterAccountId;
    }

    /**
     * The memory of the cold records of a kind, where a detector's cold words lie.
     *
     * @param kind of slot, not an instrument.
     * @return buffer; a cold record begins at {@link #coldAt}.
     */
    public NativeBuffer coldRecords(final SlotKind kind)
    {
        return tableOf(kind).coldRecords();
    }

    /**
     * Where a slot's cold record begins; all zero at its first use.
     *
     * @param kind of slot, not an instrument.
     * @param slot that is taken.
     * @return byte offset in {@link #coldRecords}.
     */
    public int coldAt(final SlotKind kind, final int slot)
    {
        return tableOf(kind).coldOffsetOf(slot);
    }

    private SlotTable tableOf(final SlotKind kind)
    {
        return kind == SlotKind.PAIR ? pairs : kind == SlotKind.GROUP ? groups : orders;
    }

    /**
     * The memory of the records of a kind, where a detector's words lie.
     *
     * @param kind of slot.
     * @return buffer; a record begins at {@link #recordAt}.
     */
    public NativeBuffer records(final SlotKind kind)
    {
        // Compared one by one, so that a call with a constant costs nothing; a switch goes through a table.
        return kind == SlotKind.PAIR ? pairRecords :
            kind == SlotKind.GROUP ? groupRecords :
            kind == SlotKind.ORDER ? orderRecords : instrumentRecords;
    }

    /**
     * Where a slot's record begins.
     *
     * @param kind of slot.
     * @param slot that is taken.
     * @return byte offset in {@link #records}.
     */
    public int recordAt(final SlotKind kind, final int slot)
    {
        return (int)offsetOf(kind, slot);
    }

    /**
     * Where a slot's record begins, for what every message does: see {@link NativeBuffer#getLong(long)}.
     *
     * @param kind of slot.
     * @param slot that is taken.
     * @return as {@link #recordAt}.
     */
    public long offsetOf(final SlotKind kind, final int slot)
    {
        return kind == SlotKind.PAIR ? pairs.offsetOf(slot) :
            kind == SlotKind.GROUP ? groups.offsetOf(slot) :
            kind == SlotKind.ORDER ? orders.offsetOf(slot) : instrumentAt(slot);
    }

    /**
     * Whether the slots of two accounts have the same owner group: the same account has.
     *
     * @param onePair   slot, or {@link SlotTable#NONE}.
     * @param otherPair slot, or {@link SlotTable#NONE}.
     * @return false when either is not known.
     */
    public boolean sameOwner(final int onePair, final int otherPair)
    {
        if (onePair == SlotTable.NONE || otherPair == SlotTable.NONE)
        {
            return false;
        }
        final long one = pairs.offsetOf(onePair);
        final long other = pairs.offsetOf(otherPair);
        return pairRecords.getLong(one + Records.PAIR_GROUP) == pairRecords.getLong(other + Records.PAIR_GROUP) &&
            pairRecords.getInt(one + Records.PAIR_GROUP_KIND) == pairRecords.getInt(other + Records.PAIR_GROUP_KIND);
    }

    /**
     * The owner group of a pair.
     *
     * @param pair slot that is taken.
     * @return the group's id; of a solo group the account's.
     */
    public long ownerGroupOf(final int pair)
    {
        return pairRecords.getLong(pairs.offsetOf(pair) + Records.PAIR_GROUP);
    }

    /**
     * Whether a pair's owner group was named.
     *
     * @param pair slot that is taken.
     * @return {@link OwnerGroups#KIND_SOLO} or {@link OwnerGroups#KIND_NAMED}.
     */
    public int ownerGroupKindOf(final int pair)
    {
        return pairRecords.getInt(pairs.offsetOf(pair) + Records.PAIR_GROUP_KIND);
    }

    /**
     * The role of a pair's account.
     *
     * @param pair slot that is taken.
     * @return code of {@link fds.market.owner.Role}.
     */
    public int roleOf(final int pair)
    {
        return pairRecords.getInt(pairs.offsetOf(pair) + Records.PAIR_ROLE);
    }

    /**
     * Live orders of a pair.
     *
     * @param pair slot that is taken.
     * @return orders.
     */
    public long liveOrdersOfPair(final int pair)
    {
        return keepsOrders ? pairRecords.getLong(pairs.offsetOf(pair) + Records.PAIR_LIVE_ORDERS) : 0;
    }

    /**
     * Live orders of a group.
     *
     * @param group slot that is taken.
     * @return orders.
     */
    public long liveOrdersOfGroup(final int group)
    {
        return groupRecords.getLong(groups.offsetOf(group) + Records.GROUP_LIVE_ORDERS);
    }

    /**
     * What a group has resting on a side: with {@link PriceLevels#totalLots()} its own share of the book.
     *
     * @param group slot that is taken.
     * @param side  {@link Side#BUY} or {@link Side#SELL}.
     * @return lots.
     */
    public long liveLotsOfGroup(final int group, final int side)
    {
        return groupRecords.getLong(groups.offsetOf(group) +
            (side == Side.BUY ? Records.GROUP_LIVE_BUY : Records.GROUP_LIVE_SELL));
    }

    /**
     * What a group has bought less what it has sold since its slot was taken.
     *
     * @param group slot that is taken.
     * @return lots.
     */
    public long netLotsOfGroup(final int group)
    {
        return groupRecords.getLong(groups.offsetOf(group) + Records.GROUP_NET);
    }

    /**
     * Fills of a group since its slot was taken, on the event's instrument; of a trade with itself two.
     *
     * @param group slot that is taken.
     * @return fills.
     */
    public long fillCountOfGroup(final int group)
    {
        return groupRecords.getLong(groups.offsetOf(group) + Records.GROUP_FILL_CURSOR);
    }

    /**
     * One of the last fills of a group.
     *
     * @param group slot that is taken.
     * @param back  0 for the newest, up to 3.
     * @return byte offset of its words in the group's {@link #coldRecords} (engine time, sequence, price in ticks, lots
     *         with the sign of the group's side), or -1 when there was none.
     */
    public int fillOfGroup(final int group, final int back)
    {
        final long cursor = groupRecords.getLong(groups.offsetOf(group) + Records.GROUP_FILL_CURSOR);
        return back >= Records.FILL_COUNT || back >= cursor ? -1 :
            groups.coldOffsetOf(group) + (int)((cursor - 1 - back) % Records.FILL_COUNT) * Records.FILL_BYTES;
    }

    /**
     * The side of a live order.
     *
     * @param order slot that is taken.
     * @return {@link Side#BUY} or {@link Side#SELL}.
     */
    public int orderSide(final int order)
    {
        return OrderRecord.side(orderRecords, orders.offsetOf(order));
    }

    /**
     * The flags a live order came with.
     *
     * @param order slot that is taken.
     * @return bits of {@link Flags}.
     */
    public int orderFlags(final int order)
    {
        return OrderRecord.flags(orderRecords, orders.offsetOf(order));
    }

    /**
     * The price of a live order.
     *
     * @param order slot that is taken.
     * @return ticks, or {@link Absent#VALUE} of a market order.
     */
    public long orderPriceTicks(final int order)
    {
        return orderRecords.getLong(orders.offsetOf(order) + OrderRecord.PRICE);
    }

    /**
     * What is open of a live order, after this event.
     *
     * @param order slot that is taken.
     * @return lots.
     */
    public long orderOpenLots(final int order)
    {
        return orderRecords.getLong(orders.offsetOf(order) + OrderRecord.OPEN);
    }

    /**
     * What was filled of a live order, this event included.
     *
     * @param order slot that is taken.
     * @return lots.
     */
    public long orderFilledLots(final int order)
    {
        return orderRecords.getLong(orders.offsetOf(order) + OrderRecord.FILLED);
    }

    /**
     * When a live order took its place in the queue.
     *
     * @param order slot that is taken.
     * @return engine time.
     */
    public long orderEntryTimeNanos(final int order)
    {
        return orderRecords.getLong(orders.offsetOf(order) + OrderRecord.ENTRY_TIME);
    }

    /**
     * The event by which a live order took its place in the queue.
     *
     * @param order slot that is taken.
     * @return sequence.
     */
    public long orderEntrySequence(final int order)
    {
        return orderRecords.getLong(orders.offsetOf(order) + OrderRecord.ENTRY_SEQUENCE);
    }

    /**
     * Whether this event ended its order.
     *
     * @return true when {@link #orderSlot()} is about to be released.
     */
    public boolean orderEnded()
    {
        return orderEnded;
    }

    /**
     * Whether the book of the event's instrument is to be trusted, after this event.
     *
     * @return false while a doubt holds or a snapshot is under way.
     */
    public boolean isBookTrusted()
    {
        // Where no book is kept, none is doubted: a line less to look at.
        return !keepsBook || (instrumentRecords.getLong(instrumentAt + Records.FLAGS) & BookTrust.UNTRUSTED) == 0;
    }

    /**
     * Instruments whose book is not to be trusted.
     *
     * @return instruments of this partition.
     */
    public int untrustedBookCount()
    {
        int count = 0;
        for (int slot = 0; slot < bids.length; slot++)
        {
            count += bids[slot] != null && !trust.isTrusted(instrumentAt(slot)) ? 1 : 0;
        }
        return count;
    }

    /**
     * Why the book of the event's instrument is or is not to be trusted.
     *
     * @return to ask, with the instrument's {@link #recordAt}.
     */
    public BookTrust trust()
    {
        return trust;
    }

    /**
     * Bids of the event's instrument.
     *
     * @return levels.
     */
    public PriceLevels bids()
    {
        return bids[instrumentSlot];
    }

    /**
     * Asks of the event's instrument.
     *
     * @return levels.
     */
    public PriceLevels asks()
    {
        return asks[instrumentSlot];
    }

    /**
     * Best bid after this event: of the levels where there are any, else as the venue quoted it.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long bestBidTicks()
    {
        final long best = bids[instrumentSlot].bestTicks();
        return best != Absent.VALUE ? best : instrumentRecords.getLong(instrumentAt + Records.BBO_BID);
    }

    /**
     * Best ask after this event.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long bestAskTicks()
    {
        final long best = asks[instrumentSlot].bestTicks();
        return best != Absent.VALUE ? best : instrumentRecords.getLong(instrumentAt + Records.BBO_ASK);
    }

    /**
     * Quantity at the best bid after this event.
     *
     * @return lots.
     */
    public long bestBidLots()
    {
        final PriceLevels levels = bids[instrumentSlot];
        return levels.size() != 0 ? levels.bestLots() :
            instrumentRecords.getLong(instrumentAt + Records.BBO_BID_LOTS);
    }

    /**
     * Quantity at the best ask after this event.
     *
     * @return lots.
     */
    public long bestAskLots()
    {
        final PriceLevels levels = asks[instrumentSlot];
        return levels.size() != 0 ? levels.bestLots() :
            instrumentRecords.getLong(instrumentAt + Records.BBO_ASK_LOTS);
    }

    public long bidBeforeTicks()
    {
        return bidBeforeTicks;
    }

    public long askBeforeTicks()
    {
        return askBeforeTicks;
    }

    /**
     * Whether this event changed a best price or the quantity at it.
     *
     * @return true when the top of the book is not what it was; false while the book is not to be trusted.
     */
    public boolean topChanged()
    {
        return isBookTrusted() && (bidBeforeTicks != bestBidTicks() || askBeforeTicks != bestAskTicks() ||
            bidBeforeLots != bestBidLots() || askBeforeLots != bestAskLots());
    }

    /**
     * The price of the last trade, this event included.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long lastPriceTicks()
    {
        return instrumentRecords.getLong(instrumentAt + Records.LAST_PRICE);
    }

    /**
     * The price of the last trade before this event.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long lastPriceBeforeTicks()
    {
        return isTrade ? lastPriceBeforeTicks : lastPriceTicks();
    }

    /**
     * The event of the last trade before this event.
     *
     * @return sequence, 0 when there was none.
     */
    public long lastTradeSequenceBefore()
    {
        return isTrade ? lastTradeSequenceBefore :
            instrumentRecords.getLong(instrumentAt + Records.LAST_TRADE_SEQUENCE);
    }

    /**
     * The venue's mark price.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long markTicks()
    {
        return instrumentRecords.getLong(instrumentAt + Records.MARK);
    }

    /**
     * The index price.
     *
     * @return ticks, or {@link Absent#VALUE}: none was told, or of an option, whose index is its underlying's price.
     */
    public long indexTicks()
    {
        return instrumentRecords.getLong(instrumentAt + Records.INDEX);
    }

    /**
     * The middle of the last prices of the same underlying on other venues. Kept where a detector needs VENUES.
     *
     * @param ageNanos how old a price may be.
     * @return ticks of this instrument, or {@link Absent#VALUE} when no other venue has one so new.
     */
    public long otherVenuesTicks(final long ageNanos)
    {
        return reference.venuePrices().middleTicks(instrumentId, timeNanos, ageNanos);
    }

    /**
     * What the instrument is worth, by the first that is known: mark, index, the middle of other venues.
     *
     * @param ageNanos how old a price of another venue may be.
     * @return ticks, or {@link Absent#VALUE}: never a price that was made here.
     */
    public long outsideTicks(final long ageNanos)
    {
        final long mark = markTicks();
        final long index = indexTicks();
        return mark != Absent.VALUE ? mark : index != Absent.VALUE ? index : otherVenuesTicks(ageNanos);
    }

    /**
     * The instrument's trading phase.
     *
     * @return bits of {@link TradingPhase}, 0: trading as usual.
     */
    public int phase()
    {
        return TradingPhase.at(instrumentRecords, (int)instrumentAt + Records.PHASE, timeNanos);
    }

    /**
     * Where the instrument's timetable lies, for {@link TradingPhase}.
     *
     * @return byte offset in the instruments' {@link #records}.
     */
    public int phaseAt()
    {
        return (int)instrumentAt + Records.PHASE;
    }

    /**
     * Mean size of a new order, those of the last hour counting most.
     *
     * @return lots, 0 while there was none.
     */
    public long meanOrderLots()
    {
        final long count = instrumentRecords.getLong(instrumentAt + Records.SIZE_COUNT);
        return count == 0 ? 0 : Math.min(Long.MAX_VALUE >> COUNT_BITS,
            instrumentRecords.getLong(instrumentAt + Records.SIZE_SUM)) / Math.max(1, count >> COUNT_BITS);
    }

    /**
     * Whether an order is so many times the mean of {@link #meanOrderLots()}, which is not rounded here.
     *
     * @param lots  of it, 0 or more.
     * @param times 1 or more.
     * @return false while there was no order.
     */
    public boolean isTimesMeanOrder(final long lots, final long times)
    {
        final long count = instrumentRecords.getLong(instrumentAt + Records.SIZE_COUNT) >> COUNT_BITS;
        final long sum = instrumentRecords.getLong(instrumentAt + Records.SIZE_SUM);
        return sum != 0 && Int128.compareProducts(lots, count, times, sum) >= 0;
    }

    /**
     * How many times the mean of {@link #meanOrderLots()} an order is, rounded down: for people to read.
     *
     * @param lots of it, 0 or more.
     * @return {@code n} exactly when {@link #isTimesMeanOrder} holds of {@code n} and not of {@code n + 1}; 0 while
     *         there was no order.
     */
    public long timesMeanOrder(final long lots)
    {
        final long count = instrumentRecords.getLong(instrumentAt + Records.SIZE_COUNT) >> COUNT_BITS;
        final long sum = instrumentRecords.getLong(instrumentAt + Records.SIZE_SUM);
        if (sum == 0)
        {
            return 0;
        }
        if (Math.multiplyHigh(lots, count) == 0 && lots * count >= 0)
        {
            return lots * count / sum;
        }
        long times = 0;
        for (int bit = 62; bit >= 0; bit--)
        {
            times |= isTimesMeanOrder(lots, times | 1L << bit) ? 1L << bit : 0;
        }
        return times;
    }

    /**
     * How often the best price that an order of a side waits opposite to moved away from it within 30 seconds: of a
     * buy the best ask rose, of a sell the best bid fell. By anybody, this event included.
     *
     * @param side {@link Side#BUY} or {@link Side#SELL}.
     * @return moves.
     */
    public long movesAwayFrom(final int side)
    {
        return Records.MOVES.sum(instrumentRecords,
            (int)instrumentAt + (side == Side.BUY ? Records.ASK_RISES : Records.BID_FALLS), timeNanos);
    }

    /**
     * The last orders of a group that are not below the mean size.
     *
     * @param group slot that is taken.
     * @return byte offset of its {@link SizableOrders} in the group's {@link #coldRecords}.
     */
    public int sizableOrdersAt(final int group)
    {
        return groups.coldOffsetOf(group) + sizableAt;
    }

    /**
     * Whether a live order is, or was, not below the mean size, so that its group remembers it.
     *
     * @param order slot that is taken.
     * @return as said.
     */
    public boolean isSizable(final int order)
    {
        return OrderRecord.sizable(orderRecords, orders.offsetOf(order));
    }

    /**
     * Live orders of all known accounts on the instrument; kept where sizable orders are.
     *
     * @return orders.
     */
    public long liveOrders()
    {
        return instrumentRecords.getInt(instrumentAt + Records.LIVE_ORDERS);
    }

    /**
     * Known accounts that have live orders on the instrument; kept where sizable orders are.
     *
     * @return accounts.
     */
    public long liveAccounts()
    {
        return instrumentRecords.getInt(instrumentAt + Records.LIVE_ACCOUNTS);
    }

    /**
     * Whether a live order is marked as large: a note of the one detector that asks for it.
     *
     * @param order slot that is taken.
     * @return as last set; false of a new order.
     */
    public boolean isLarge(final int order)
    {
        return OrderRecord.large(orderRecords, orders.offsetOf(order));
    }

    /**
     * Mark a live order as large, or take the mark away.
     *
     * @param order slot that is taken.
     * @param large whether it is.
     */
    public void large(final int order, final boolean large)
    {
        OrderRecord.large(orderRecords, orders.offsetOf(order), large);
    }

    /**
     * Order messages of an instrument, those of the last hour counting most.
     *
     * @return messages.
     */
    public long messageCount()
    {
        return instrumentRecords.getLong(instrumentAt + Records.MESSAGE_COUNT) >> COUNT_BITS;
    }

    /**
     * Notional traded over 5 minutes, this event included.
     *
     * @return scaled units of the instrument.
     */
    public long notional5m()
    {
        return Records.FIVE_MINUTES.sum(instrumentRecords, (int)instrumentAt + Records.NOTIONAL_5M, timeNanos);
    }

    /**
     * Notional traded over 24 hours, this event included.
     *
     * @return scaled units of the instrument.
     */
    public long notionalDay()
    {
        return Records.DAY.sum(instrumentRecords, (int)instrumentAt + Records.NOTIONAL_DAY, timeNanos);
    }

    /**
     * Notional on the event's instrument.
     *
     * @param priceTicks   within the instrument's range; of a negative price its size counts.
     * @param quantityLots within the instrument's range.
     * @return scaled units of the instrument.
     */
    public long notional(final long priceTicks, final long quantityLots)
    {
        return Math.abs(priceTicks) * quantityLots >>> reference.notionalShift(instrumentId);
    }

    /**
     * What usually trades in a time: the part of the last 24 hours' notional that falls on it. A measure for minimum
     * quantities that moves with the market, where a fixed one would not.
     *
     * @param nanos 0 to a day.
     * @return scaled units of the instrument, 0 while nothing traded.
     */
    public long usualNotional(final long nanos)
    {
        final long day = notionalDay();
        final long millis = nanos / 1_000_000L;
        return day / DAY_MILLIS * millis + day % DAY_MILLIS * millis / DAY_MILLIS;
    }

    /**
     * Quantity traded over 5 minutes, this event included.
     *
     * @return lots.
     */
    public long lots5m()
    {
        return Records.FIVE_MINUTES.sum(instrumentRecords, (int)instrumentAt + Records.LOTS_5M, timeNanos);
    }

    /**
     * Quantity traded over 24 hours, this event included.
     *
     * @return lots.
     */
    public long lotsDay()
    {
        return Records.DAY.sum(instrumentRecords, (int)instrumentAt + Records.LOTS_DAY, timeNanos);
    }

    /**
     * The last price as of some seconds ago.
     *
     * @param seconds 1 to 63.
     * @return ticks, or {@link Absent#VALUE} when no trade was seen by then.
     */
    public long priceTicksBefore(final int seconds)
    {
        final long second = timeNanos / 1_000_000_000L - seconds;
        final long newest = instrumentRecords.getLong(instrumentAt + Records.RETURN_SECOND);
        if (second >= newest)
        {
            return lastPriceTicks();
        }
        return newest - second >= Records.RETURN_SECONDS ? Absent.VALUE : instrumentRecords.getLong(
            instrumentAt + Records.RETURNS + (int)(second % Records.RETURN_SECONDS) * 8);
    }

    public MarketCounters counters()
    {
        return counters;
    }

    /**
     * One of the tables, for counters and plans.
     *
     * @param kind ORDER, PAIR or GROUP.
     * @return its table.
     */
    public SlotTable table(final SlotKind kind)
    {
        return switch (kind)
        {
            case ORDER -> orders;
            case PAIR -> pairs;
            case GROUP -> groups;
            case INSTRUMENT -> throw new IllegalArgumentException("instruments are not in a table");
        };
    }

    /**
     * Write the whole partition, detectors' words included.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(sequence);
        state.putLong(timeNanos);
        orders.write(state);
        pairs.write(state);
        groups.write(state);
        for (int slot = 0; slot < bids.length; slot++)
        {
            state.putLong(bids[slot] == null ? 0 : 1);
            if (bids[slot] != null)
            {
                state.putBytes(instrumentRecords, slot * instrumentBytes, instrumentBytes);
                bids[slot].write(state);
                asks[slot].write(state);
            }
        }
        state.putLong(counters.unknownOrders);
        state.putLong(counters.duplicateOrders);
        state.putLong(counters.overfills);
        state.putLong(counters.levelsDropped);
        state.putLong(counters.crossed);
        state.putLong(counters.locked);
        state.putLong(counters.unseen);
        trust.write(state);
    }

    /**
     * Read what {@link #write} wrote; its instruments are defined here already.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        sequence = state.getLong();
        timeNanos = state.getLong();
        orders.read(state);
        pairs.read(state);
        groups.read(state);
        for (int slot = 0; slot < bids.length; slot++)
        {
            final boolean written = state.getLong() == 1;
            if (written != (bids[slot] != null))
            {
                throw new IllegalStateException("partition " + partition + ", instrument " +
                    (slot * Instrument.PARTITIONS + partition) + ": defined on one side only");
            }
            if (written)
            {
                state.getBytes(instrumentRecords, slot * instrumentBytes, instrumentBytes);
                bids[slot].read(state);
                asks[slot].read(state);
            }
        }
        counters.unknownOrders = state.getLong();
        counters.duplicateOrders = state.getLong();
        counters.overfills = state.getLong();
        counters.levelsDropped = state.getLong();
        counters.crossed = state.getLong();
        counters.locked = state.getLong();
        counters.unseen = state.getLong();
        trust.read(state);
    }

    @Override
    public void close()
    {
        orders.close();
        pairs.close();
        groups.close();
        UnsafeApi.freeMemory(instrumentAllocation);
    }

    // ---- resolving ----

    private static int slotOf(final int instrumentId)
    {
        return instrumentId >>> 6;
    }

    private long instrumentAt(final int slot)
    {
        return (long)slot * instrumentBytes;
    }

    private void findOrder(final MarketEvent event, final int likely)
    {
        final long id = event.orderId();
        if (!keepsOrders || id == Absent.UNKNOWN_ID)
        {
            return;
        }
        orderSlot = orders.findAhead(likely, id, instrumentId);
        if (orderSlot == SlotTable.NONE)
        {
            counters.unknownOrders++;
            if (keepsBook)
            {
                trust.onUnknownOrder(event, instrumentAt, instrumentId);
            }
        }
        else if (accountId == Absent.UNKNOWN_ID)
        {
            accountId = orderRecords.getLong(orders.offsetOf(orderSlot) + OrderRecord.ACCOUNT);
        }
    }

    private void findCounterOrder(final MarketEvent event, final int likely)
    {
        final long id = event.counterOrderId();
        if (!keepsOrders || id == Absent.UNKNOWN_ID)
        {
            return;
        }
        counterOrderSlot = orders.findAhead(likely, id, instrumentId);
        if (counterOrderSlot != SlotTable.NONE && counterAccountId == Absent.UNKNOWN_ID)
        {
            counterAccountId = orderRecords.getLong(orders.offsetOf(counterOrderSlot) + OrderRecord.ACCOUNT);
        }
    }

    private void resolveOwners(final int likelyPair, final int likelyCounterPair)
    {
        if (accountId != Absent.UNKNOWN_ID)
        {
            pairSlot = resolvePair(likelyPair, accountId);
            if (keepsGroups)
            {
                groupSlot = groupOf(pairs.offsetOf(pairSlot), accountId, instrumentId);
            }
        }
        if (counterAccountId != Absent.UNKNOWN_ID)
        {
            counterPairSlot = resolvePair(likelyCounterPair, counterAccountId);
            if (keepsGroups)
            {
                counterGroupSlot = groupOf(pairs.offsetOf(counterPairSlot), counterAccountId, instrumentId);
            }
        }
    }

    private int resolvePair(final int likely, final long account)
    {
        final int found = pairs.findAhead(likely, account, instrumentId);
        final int pair = found != SlotTable.NONE ? found : newPair(account);
        pairRecords.putLong(pairs.offsetOf(pair) + Records.RECENCY, sequence);
        return pair;
    }

    private int newPair(final long account)
    {
        final int pair = pairs.insert(SlotTable.hash(account, instrumentId), account, instrumentId);
        setGroup(pairs.offsetOf(pair), reference.instrument(instrumentId).venueId(), account);
        return pair;
    }

    private void setGroup(final long pairAt, final int venueId, final long account)
    {
        final long group = reference.owners().groupOf(venueId, account);
        final boolean named = group != Absent.UNKNOWN_ID;
        pairRecords.putInt(pairAt + Records.PAIR_GROUP_SLOT, 0);
        pairRecords.putLong(pairAt + Records.PAIR_GROUP, named ? group : account);
        pairRecords.putInt(pairAt + Records.PAIR_GROUP_KIND, named ? OwnerGroups.KIND_NAMED : OwnerGroups.KIND_SOLO);
        pairRecords.putInt(pairAt + Records.PAIR_ROLE, reference.owners().roleOf(venueId, account));
    }

    /** The group's slot: the one the pair remembers if it still is this group's, else looked up or taken. */
    private int groupOf(final long pairAt, final long account, final int instrument)
    {
        if (!keepsGroups)
        {
            return SlotTable.NONE;
        }
        final long first = pairRecords.getLong(pairAt + Records.PAIR_GROUP);
        final long second = instrument | (long)pairRecords.getInt(pairAt + Records.PAIR_GROUP_KIND) << 32;
        int group = pairRecords.getInt(pairAt + Records.PAIR_GROUP_SLOT) - 1;
        if (!groups.holds(group, first, second))
        {
            group = groups.findOrInsert(SlotTable.hash(first, second), first, second);
            pairRecords.putInt(pairAt + Records.PAIR_GROUP_SLOT, group + 1);
        }
        groupRecords.putLong(groups.offsetOf(group) + Records.RECENCY, sequence);
        return group;
    }

    // ---- kinds ----

    private void onNew(final MarketEvent event)
    {
        if (keepsBaselines)
        {
            baseline(Math.max(0, event.quantityLots()), 1L << COUNT_BITS);
        }
        final long id = event.orderId();
        if (!keepsOrders || id == Absent.UNKNOWN_ID)
        {
            return;
        }
        final int hash = SlotTable.hash(id, instrumentId);
        final int older = orders.find(hash, id, instrumentId);
        if (older != SlotTable.NONE)
        {
            counters.duplicateOrders++;
            takeOut(older, orderRecords.getLong(orders.offsetOf(older) + OrderRecord.OPEN), true);
            release(orders, older);
        }
        orderSlot = orders.insert(hash, id, instrumentId);
        final long at = orders.offsetOf(orderSlot);
        final int side = event.side();
        final int flags = event.flags();
        final long price = event.priceTicks();
        final long quantity = Math.max(0, event.quantityLots());
        final boolean rests = quantity > 0 && price != Absent.VALUE &&
            (flags & (Flags.MARKET | Flags.IOC | Flags.FOK)) == 0;
        OrderRecord.packed(orderRecords, at, OrderRecord.pack(instrumentId, side, false, flags, pairSlot));
        orderRecords.putLong(at + OrderRecord.ACCOUNT, accountId);
        orderRecords.putLong(at + OrderRecord.PRICE, price);
        orderRecords.putLong(at + OrderRecord.OPEN, quantity);
        orderRecords.putLong(at + OrderRecord.ENTRY_TIME, timeNanos);
        orderRecords.putLong(at + OrderRecord.ENTRY_SEQUENCE, sequence);
        live(at, 1, side, quantity);
        if (keepsBook && (flags & Flags.SNAPSHOT) != 0)
        {
            trust.onSnapshot(event, instrumentAt, bids[instrumentSlot].size() + asks[instrumentSlot].size() == 0);
        }
        if (keepsSizable && rests)
        {
            noteSizable(at, side, price, quantity);
        }
        if (keepsBook && rests)
        {
            enterBook(event, at, side, price);
        }
    }

    /** An order came, or has another price or size: its group remembers it unless it is below the mean. */
    private void noteSizable(final long orderAt, final int side, final long price, final long open)
    {
        if (groupSlot == SlotTable.NONE)
        {
            return;
        }
        if (OrderRecord.sizable(orderRecords, orderAt))
        {
            SizableOrders.change(groups.coldRecords(), sizableOrdersAt(groupSlot), (int)orderAt, price,
                open + orderRecords.getLong(orderAt + OrderRecord.FILLED));
        }
        else if (price != Absent.VALUE && isTimesMeanOrder(open, 1))
        {
            OrderRecord.sizable(orderRecords, orderAt, true);
            SizableOrders.add(groups.coldRecords(), sizableOrdersAt(groupSlot), (int)orderAt, sequence, timeNanos,
                venueTimeNanos, price, side == Side.BUY ? open : -open);
        }
    }

    /** An order that crosses the book enters it only when its message is over: its trades come first. */
    private void enterBook(final MarketEvent event, final long at, final int side, final long price)
    {
        final long opposite = side == Side.BUY ? asks[instrumentSlot].bestTicks() : bids[instrumentSlot].bestTicks();
        final boolean crosses = opposite != Absent.VALUE && (side == Side.BUY ? price >= opposite : price <= opposite);
        if (crosses && !event.has(Flags.LAST))
        {
            settlePending();
            instrumentRecords.putLong(instrumentAt + Records.PENDING_ORDER, orderSlot + 1);
        }
        else
        {
            intoBook(at);
        }
    }

    private void settlePending()
    {
        final int pending = (int)instrumentRecords.getLong(instrumentAt + Records.PENDING_ORDER) - 1;
        if (pending != SlotTable.NONE)
        {
            instrumentRecords.putLong(instrumentAt + Records.PENDING_ORDER, 0);
            final long at = orders.offsetOf(pending);
            if (orderRecords.getLong(at + OrderRecord.OPEN) > 0)
            {
                intoBook(at);
            }
        }
    }

    private void onReplace(final MarketEvent event)
    {
        if (orderSlot == SlotTable.NONE)
        {
            return;
        }
        final long at = orders.offsetOf(orderSlot);
        final long openBefore = orderRecords.getLong(at + OrderRecord.OPEN);
        final long open = event.quantityLots() == Absent.VALUE ? openBefore : event.quantityLots();
        final long priceBefore = orderRecords.getLong(at + OrderRecord.PRICE);
        final long price = event.priceTicks() == Absent.VALUE ? priceBefore : event.priceTicks();
        final boolean keepsPriority = price == priceBefore && open <= openBefore;
        final boolean inBook = OrderRecord.inBook(orderRecords, at);
        final int side = OrderRecord.side(orderRecords, at);
        if (inBook)
        {
            outOfBook(at, openBefore);
            OrderRecord.inBook(orderRecords, at, false);
        }
        live(at, 0, side, open - openBefore);
        orderRecords.putLong(at + OrderRecord.PRICE, price);
        orderRecords.putLong(at + OrderRecord.OPEN, open);
        if (!keepsPriority)
        {
            orderRecords.putLong(at + OrderRecord.ENTRY_TIME, timeNanos);
            orderRecords.putLong(at + OrderRecord.ENTRY_SEQUENCE, sequence);
        }
        if (keepsSizable && open > 0)
        {
            noteSizable(at, side, price, open);
        }
        if (inBook && open > 0)
        {
            enterBook(event, at, side, price);
        }
        final long newId = event.counterOrderId();
        if (open == 0)
        {
            live(at, -1, side, 0);
            orderEnded = true;
        }
        else if (newId != Absent.UNKNOWN_ID && newId != event.orderId())
        {
            rename(newId);
        }
    }

    private void rename(final long newId)
    {
        final int hash = SlotTable.hash(newId, instrumentId);
        final int older = orders.find(hash, newId, instrumentId);
        if (older != SlotTable.NONE)
        {
            counters.duplicateOrders++;
            takeOut(older, orderRecords.getLong(orders.offsetOf(older) + OrderRecord.OPEN), true);
            release(orders, older);
        }
        // The order keeps its slot, and with it all that is remembered of it.
        orders.rekey(orderSlot, hash, newId);
        counterOrderSlot = orderSlot;
    }

    private void onCancel(final MarketEvent event)
    {
        if (orderSlot == SlotTable.NONE)
        {
            return;
        }
        final long open = orderRecords.getLong(orders.offsetOf(orderSlot) + OrderRecord.OPEN);
        final long asked = event.quantityLots() == Absent.VALUE ? open : event.quantityLots();
        if (asked > open)
        {
            counters.overfills++;
        }
        final long gone = Math.min(asked, open);
        orderEnded = gone == open;
        takeOut(orderSlot, gone, orderEnded);
    }

    private void onTrade(final MarketEvent event)
    {
        final long price = event.priceTicks();
        final long quantity = event.quantityLots();
        lastPriceBeforeTicks = instrumentRecords.getLong(instrumentAt + Records.LAST_PRICE);
        lastTradeSequenceBefore = instrumentRecords.getLong(instrumentAt + Records.LAST_TRADE_SEQUENCE);
        instrumentRecords.putLong(instrumentAt + Records.LAST_PRICE, price);
        instrumentRecords.putLong(instrumentAt + Records.LAST_TRADE_TIME, timeNanos);
        instrumentRecords.putLong(instrumentAt + Records.LAST_TRADE_SEQUENCE, sequence);
        if (keepsVolume)
        {
            final long notional = notional(price, quantity);
            Records.FIVE_MINUTES.add(instrumentRecords, (int)instrumentAt + Records.LOTS_5M, timeNanos, quantity);
            Records.FIVE_MINUTES.add(instrumentRecords, (int)instrumentAt + Records.NOTIONAL_5M, timeNanos, notional);
            Records.DAY.add(instrumentRecords, (int)instrumentAt + Records.LOTS_DAY, timeNanos, quantity);
            Records.DAY.add(instrumentRecords, (int)instrumentAt + Records.NOTIONAL_DAY, timeNanos, notional);
        }
        if (keepsReturns)
        {
            closeSeconds(price);
        }
        if (keepsOrders)
        {
            if (orderSlot != SlotTable.NONE)
            {
                orderEnded = fill(orderSlot, quantity);
            }
            if (counterOrderSlot != SlotTable.NONE && counterOrderSlot != orderSlot)
            {
                counterOrderEnded = fill(counterOrderSlot, quantity);
            }
        }
        final int side = event.side();
        if (keepsFills && side != Side.NONE)
        {
            fillOf(groupSlot, price, side == Side.BUY ? -quantity : quantity);
            fillOf(counterGroupSlot, price, side == Side.BUY ? quantity : -quantity);
        }
    }

    private boolean fill(final int slot, final long quantity)
    {
        final long at = orders.offsetOf(slot);
        final long open = orderRecords.getLong(at + OrderRecord.OPEN);
        if (quantity > open)
        {
            counters.overfills++;
        }
        final long filled = Math.min(quantity, open);
        takeOut(slot, filled, filled == open);
        orderRecords.putLong(at + OrderRecord.FILLED, orderRecords.getLong(at + OrderRecord.FILLED) + filled);
        return filled == open;
    }

    private void fillOf(final int group, final long price, final long signedLots)
    {
        if (group == SlotTable.NONE)
        {
            return;
        }
        final long at = groups.offsetOf(group);
        final long cursor = groupRecords.getLong(at + Records.GROUP_FILL_CURSOR);
        final int fill = groups.coldOffsetOf(group) + (int)(cursor % Records.FILL_COUNT) * Records.FILL_BYTES;
        final NativeBuffer fills = groups.coldRecords();
        fills.putLong(fill, timeNanos);
        fills.putLong(fill + 8, sequence);
        fills.putLong(fill + 16, price);
        fills.putLong(fill + 24, signedLots);
        groupRecords.putLong(at + Records.GROUP_FILL_CURSOR, cursor + 1);
        groupRecords.putLong(at + Records.GROUP_NET, groupRecords.getLong(at + Records.GROUP_NET) + signedLots);
    }

    private void countMoves()
    {
        final long bid = bestBidTicks();
        final long ask = bestAskTicks();
        if (ask > askBeforeTicks && ask != Absent.VALUE && askBeforeTicks != Absent.VALUE)
        {
            Records.MOVES.add(instrumentRecords, (int)instrumentAt + Records.ASK_RISES, timeNanos, 1);
        }
        if (bid < bidBeforeTicks && bid != Absent.VALUE && bidBeforeTicks != Absent.VALUE)
        {
            Records.MOVES.add(instrumentRecords, (int)instrumentAt + Records.BID_FALLS, timeNanos, 1);
        }
    }

    private void closeSeconds(final long price)
    {
        final long second = timeNanos / 1_000_000_000L;
        final long newest = instrumentRecords.getLong(instrumentAt + Records.RETURN_SECOND);
        final long carried = lastPriceBeforeTicks;
        for (long s = Math.max(newest, second - Records.RETURN_SECONDS + 1); s < second && newest != 0; s++)
        {
            instrumentRecords.putLong(
                instrumentAt + Records.RETURNS + (int)(s % Records.RETURN_SECONDS) * 8, carried);
        }
        instrumentRecords.putLong(
            instrumentAt + Records.RETURNS + (int)(second % Records.RETURN_SECONDS) * 8, price);
        instrumentRecords.putLong(instrumentAt + Records.RETURN_SECOND, second);
    }

    private void baseline(final long newOrderLots, final long newOrderCount)
    {
        final long elapsed = timeNanos - instrumentRecords.getLong(instrumentAt + Records.BASELINE_TIME);
        long sum = instrumentRecords.getLong(instrumentAt + Records.SIZE_SUM);
        long count = instrumentRecords.getLong(instrumentAt + Records.SIZE_COUNT);
        long messages = instrumentRecords.getLong(instrumentAt + Records.MESSAGE_COUNT);
        // Forgetting is in steps of 1/64 of the half-life; the rest of a step stays for the next message.
        if (elapsed >= DECAY_STEP_NANOS)
        {
            sum = Decay.after(sum, elapsed, HOUR_NANOS);
            count = Decay.after(count, elapsed, HOUR_NANOS);
            messages = Decay.after(messages, elapsed, HOUR_NANOS);
            instrumentRecords.putLong(instrumentAt + Records.BASELINE_TIME, timeNanos - elapsed % DECAY_STEP_NANOS);
        }
        instrumentRecords.putLong(instrumentAt + Records.SIZE_SUM, Math.min(sum + newOrderLots, 1L << 61));
        instrumentRecords.putLong(instrumentAt + Records.SIZE_COUNT, count + newOrderCount);
        instrumentRecords.putLong(instrumentAt + Records.MESSAGE_COUNT, messages + (1L << COUNT_BITS));
    }

    private void onBook(final MarketEvent event)
    {
        byLevel(event);
        if (keepsBook && event.has(Flags.SNAPSHOT))
        {
            trust.onSnapshot(event, instrumentAt, false);
        }
        if (keepsBook && event.quantityLots() >= 0)
        {
            final PriceLevels levels = event.side() == Side.BUY ? bids[instrumentSlot] : asks[instrumentSlot];
            if (!levels.set(event.priceTicks(), event.quantityLots()))
            {
                levelsDropped();
            }
        }
    }

    /** From its first BOOK on an instrument's levels are what the venue says; orders no longer move them. */
    private void byLevel(final MarketEvent event)
    {
        final long flags = instrumentRecords.getLong(instrumentAt + Records.FLAGS);
        if ((flags & Records.FLAG_BY_LEVEL) == 0)
        {
            instrumentRecords.putLong(instrumentAt + Records.FLAGS, flags | Records.FLAG_BY_LEVEL);
            if (keepsBook)
            {
                trust.onFirstLevel(event, instrumentAt, instrumentId);
            }
            bids[instrumentSlot].clear();
            asks[instrumentSlot].clear();
        }
    }

    /** The levels of a side, or of both, are gone; of a book kept from orders, the orders that made them. */
    private void onBookClear(final MarketEvent event)
    {
        if ((instrumentRecords.getLong(instrumentAt + Records.FLAGS) & Records.FLAG_BY_LEVEL) == 0)
        {
            clearOrders(event.side());
        }
        if (event.side() != Side.SELL)
        {
            bids[instrumentSlot].clear();
        }
        if (event.side() != Side.BUY)
        {
            asks[instrumentSlot].clear();
        }
        if (keepsBook)
        {
            trust.onClear(event, instrumentAt, instrumentId);
        }
    }

    /** A rare scan. */
    private void clearOrders(final int side)
    {
        for (int slot = 0; slot < orders.highWater(); slot++)
        {
            final long at = orders.offsetOf(slot);
            if (orderRecords.getLong(at) != 0 && OrderRecord.instrumentId(orderRecords, at) == instrumentId &&
                (side == Side.NONE || OrderRecord.side(orderRecords, at) == side))
            {
                takeOut(slot, orderRecords.getLong(at + OrderRecord.OPEN), true);
                release(orders, slot);
            }
        }
    }

    private void onBbo(final MarketEvent event)
    {
        final boolean bid = event.side() == Side.BUY;
        final boolean gone = event.quantityLots() == 0;
        instrumentRecords.putLong(instrumentAt + (bid ? Records.BBO_BID : Records.BBO_ASK),
            gone ? Absent.VALUE : event.priceTicks());
        instrumentRecords.putLong(instrumentAt + (bid ? Records.BBO_BID_LOTS : Records.BBO_ASK_LOTS),
            event.quantityLots() == Absent.VALUE ? 0 : event.quantityLots());
    }

    /** The index told with an option is its underlying's: no price that the option's own can be compared with. */
    private void onIndex(final MarketEvent event)
    {
        if (reference.instrument(instrumentId).type() != InstrumentType.OPTION)
        {
            putPrice(Records.INDEX, event);
        }
    }

    private void putPrice(final int word, final MarketEvent event)
    {
        instrumentRecords.putLong(instrumentAt + word, event.priceTicks());
    }

    // ---- live orders ----

    private void takeOut(final int slot, final long lots, final boolean ends)
    {
        final long at = orders.offsetOf(slot);
        if (OrderRecord.inBook(orderRecords, at))
        {
            outOfBook(at, lots);
        }
        orderRecords.putLong(at + OrderRecord.OPEN, orderRecords.getLong(at + OrderRecord.OPEN) - lots);
        live(at, ends ? -1 : 0, OrderRecord.side(orderRecords, at), -lots);
    }

    private void intoBook(final long at)
    {
        if ((instrumentRecords.getLong(instrumentAt + Records.FLAGS) & Records.FLAG_BY_LEVEL) != 0)
        {
            return;
        }
        final PriceLevels levels =
            OrderRecord.side(orderRecords, at) == Side.BUY ? bids[instrumentSlot] : asks[instrumentSlot];
        if (!levels.add(
            orderRecords.getLong(at + OrderRecord.PRICE), orderRecords.getLong(at + OrderRecord.OPEN)))
        {
            levelsDropped();
        }
        OrderRecord.inBook(orderRecords, at, true);
    }

    private void outOfBook(final long at, final long lots)
    {
        // An order that is given up for room may be of another instrument than the event.
        final int slot = slotOf(OrderRecord.instrumentId(orderRecords, at));
        if ((instrumentRecords.getLong(instrumentAt(slot) + Records.FLAGS) & Records.FLAG_BY_LEVEL) != 0)
        {
            return;
        }
        final PriceLevels levels = OrderRecord.side(orderRecords, at) == Side.BUY ? bids[slot] : asks[slot];
        levels.reduce(orderRecords.getLong(at + OrderRecord.PRICE), lots);
    }

    private void levelsDropped()
    {
        counters.levelsDropped++;
        final long flags = instrumentRecords.getLong(instrumentAt + Records.FLAGS);
        if ((flags & Records.FLAG_LEVELS_DROPPED) == 0)
        {
            instrumentRecords.putLong(instrumentAt + Records.FLAGS, flags | Records.FLAG_LEVELS_DROPPED);
            blindSpots.onBlindSpot(BlindSpotCause.LEVELS_DROPPED, -1, instrumentId, levelsPerSide, instrumentId);
        }
    }

    /** Change the live totals of an order's pair and group. An order whose pair was given up changes nothing. */
    private void live(final long orderAt, final int orderDelta, final int side, final long lotsDelta)
    {
        final int pair = OrderRecord.pairSlot(orderRecords, orderAt);
        final long account = orderRecords.getLong(orderAt + OrderRecord.ACCOUNT);
        final int instrument = OrderRecord.instrumentId(orderRecords, orderAt);
        if (account == Absent.UNKNOWN_ID || !pairs.holds(pair, account, instrument))
        {
            return;
        }
        final long at = pairs.offsetOf(pair);
        final int lotsWord = side == Side.BUY ? Records.PAIR_LIVE_BUY : Records.PAIR_LIVE_SELL;
        if (orderDelta != 0)
        {
            final long before = pairRecords.getLong(at + Records.PAIR_LIVE_ORDERS);
            final long now = Math.max(0, before + orderDelta);
            pairRecords.putLong(at + Records.PAIR_LIVE_ORDERS, now);
            countLive(instrument, (int)before, (int)now);
        }
        addFloored(pairRecords, at + lotsWord, lotsDelta);
        if (keepsGroups)
        {
            final long buy = side == Side.BUY ? lotsDelta : 0;
            final int group = groupOf(at, account, instrument);
            moveLive(group, orderDelta, buy, lotsDelta - buy);
            if (orderDelta < 0 && keepsSizable && OrderRecord.sizable(orderRecords, orderAt))
            {
                // Only what its own message took back was withdrawn: not what traded, nor what was given up for room.
                final boolean withdrawn = !isTrade && orderSlot != SlotTable.NONE &&
                    orders.offsetOf(orderSlot) == orderAt;
                SizableOrders.end(groups.coldRecords(), sizableOrdersAt(group), (int)orderAt, sequence, timeNanos,
                    withdrawn ? -lotsDelta : 0);
            }
        }
    }

    /** An account has another number of live orders. */
    private void countLive(final int instrument, final int before, final int now)
    {
        if (keepsSizable)
        {
            final long orderWord = instrumentAt(slotOf(instrument)) + Records.LIVE_ORDERS;
            final long accountWord = instrumentAt(slotOf(instrument)) + Records.LIVE_ACCOUNTS;
            instrumentRecords.putInt(orderWord, instrumentRecords.getInt(orderWord) + now - before);
            instrumentRecords.putInt(accountWord, instrumentRecords.getInt(accountWord) +
                (now > 0 ? 1 : 0) - (before > 0 ? 1 : 0));
        }
    }

    private void moveLive(final int group, final long orderDelta, final long buyDelta, final long sellDelta)
    {
        if (group != SlotTable.NONE)
        {
            final long at = groups.offsetOf(group);
            addFloored(groupRecords, at + Records.GROUP_LIVE_ORDERS, orderDelta);
            addFloored(groupRecords, at + Records.GROUP_LIVE_BUY, buyDelta);
            addFloored(groupRecords, at + Records.GROUP_LIVE_SELL, sellDelta);
        }
    }

    /** A record that was given up and taken again starts at 0 while its older orders still end. */
    private static void addFloored(final NativeBuffer records, final long at, final long delta)
    {
        records.putLong(at, Math.max(0, records.getLong(at) + delta));
    }

    private void onEviction(final SlotKind kind, final int slot)
    {
        final NativeBuffer records = records(kind);
        final long at = offsetOf(kind, slot);
        final int instrument = kind == SlotKind.ORDER ?
            OrderRecord.instrumentId(records, at) : (int)records.getLong(at + 8);
        long value = 0;
        if (kind == SlotKind.ORDER)
        {
            value = orderRecords.getLong(at + OrderRecord.OPEN);
            takeOut(slot, value, true);
            forgetPending(instrument, slot);
        }
        else if (kind == SlotKind.PAIR)
        {
            value = pairRecords.getLong(at + Records.PAIR_LIVE_ORDERS);
            leaveGroup(at, instrument);
        }
        blindSpots.onBlindSpot(BlindSpotCause.TABLE_FULL, kind.ordinal(), records.getLong(at), value, instrument);
        tellReleased(kind, slot);
    }

    /** What a pair has live is no longer seen: its group must not keep it. */
    private void leaveGroup(final long pairAt, final int instrument)
    {
        countLive(instrument, (int)pairRecords.getLong(pairAt + Records.PAIR_LIVE_ORDERS), 0);
        final long first = pairRecords.getLong(pairAt + Records.PAIR_GROUP);
        final long second = instrument | (long)pairRecords.getInt(pairAt + Records.PAIR_GROUP_KIND) << 32;
        moveLive(keepsGroups ? groups.find(SlotTable.hash(first, second), first, second) : SlotTable.NONE,
            -pairRecords.getLong(pairAt + Records.PAIR_LIVE_ORDERS),
            -pairRecords.getLong(pairAt + Records.PAIR_LIVE_BUY),
            -pairRecords.getLong(pairAt + Records.PAIR_LIVE_SELL));
    }

    private void release(final SlotTable table, final int slot)
    {
        forgetPending(instrumentId, slot);
        tellReleased(table.kind(), slot);
        table.release(slot);
    }

    private void forgetPending(final int instrument, final int slot)
    {
        final long at = instrumentAt(slotOf(instrument)) + Records.PENDING_ORDER;
        if (instrumentRecords.getLong(at) == slot + 1)
        {
            instrumentRecords.putLong(at, 0);
        }
    }

    private void tellReleased(final SlotKind kind, final int slot)
    {
        for (int i = 0; i < releaseListeners.length; i++)
        {
            releaseListeners[i].onSlotReleased(kind, slot);
        }
    }

    /** What is kept of an instrument whose ticks and lots changed means nothing in the new ones; a rare scan. */
    private void dropLiveState(final int instrument)
    {
        drop(orders, orderRecords, OrderRecord.KEY_MASK, instrument);
        drop(pairs, pairRecords, Records.PAIR_KEY_MASK, instrument);
        drop(groups, groupRecords, Records.PAIR_KEY_MASK, instrument);
        bids[slotOf(instrument)].clear();
        asks[slotOf(instrument)].clear();
        tellReleased(SlotKind.INSTRUMENT, slotOf(instrument));
    }

    private void drop(final SlotTable table, final NativeBuffer records, final long mask, final int instrument)
    {
        for (int slot = 0; slot < table.highWater(); slot++)
        {
            final long at = table.offsetOf(slot);
            if (records.getLong(at) != 0 && (records.getLong(at + 8) & mask) == instrument)
            {
                tellReleased(table.kind(), slot);
                table.release(slot);
            }
        }
    }
}
