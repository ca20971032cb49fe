package fds.market.partition;

import java.util.Set;

import fds.market.book.PriceLevels;
import fds.market.detector.Need;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.slots.LookAhead;
import fds.market.slots.SlotTable;
import org.agrona.UnsafeApi;

/**
 * Looks ahead for the events of a batch, of all partitions of a shard: what they will need of accounts and orders, and
 * then what those records name in turn, owner groups and price levels. Owned by one thread.
 */
public final class MarketAhead
{
    private final boolean seesOrders;
    private final boolean seesGroups;
    private final boolean seesSizable;
    private final boolean seesLevels;
    private final LookAhead pairs;
    private final LookAhead orders;
    private final Market[] markets = new Market[Instrument.PARTITIONS];
    private final int[] partitions;  // [key]
    private final int[] instruments; // [key]
    private final long[] prices;     // [key], ticks of the event
    private final int[] sides;       // [key], of the event
    private final long[] groups;     // [key], address
    private final PriceLevels[] levels; // [key]
    private int count;               // keys: an event has one, a trade two

    /**
     * Make it for markets of one configuration.
     *
     * @param events of a batch at most.
     * @param needs  what the detectors have the markets keep.
     */
    public MarketAhead(final int events, final Set<Need> needs)
    {
        seesOrders = Market.keepsOrders(needs);
        seesGroups = Market.keepsGroups(needs);
        seesSizable = needs.contains(Need.SIZABLE);
        seesLevels = Market.keepsBook(needs);
        pairs = new LookAhead(2 * events, Instrument.PARTITIONS);
        orders = new LookAhead(2 * events, Instrument.PARTITIONS);
        partitions = new int[2 * events];
        instruments = new int[2 * events];
        prices = new long[2 * events];
        sides = new int[2 * events];
        groups = new long[2 * events];
        levels = new PriceLevels[2 * events];
    }

    /**
     * Know a market, before events of its instruments are planned.
     *
     * @param market of a partition of this shard.
     */
    public void know(final Market market)
    {
        final int partition = market.partition();
        markets[partition] = market;
        pairs.know(partition, market.pairs());
        orders.know(partition, market.orders());
    }

    /**
     * Begin with a new batch; what was planned is forgotten.
     */
    public void clear()
    {
        pairs.clear();
        orders.clear();
        count = 0;
    }

    /**
     * Plan the look-ups of an event.
     *
     * @param partition whose market is known.
     * @param event     of one of its instruments.
     * @return number under which the market can be asked to {@link #apply} it.
     */
    public int plan(final int partition, final MarketEvent event)
    {
        final int instrument = event.instrumentId();
        final int key = plan(partition, event, instrument, event.orderId(), event.accountId());
        if (event.kind() == Kind.TRADE)
        {
            plan(partition, event, instrument, event.counterOrderId(), event.counterAccountId());
        }
        return key;
    }

    private int plan(
        final int partition, final MarketEvent event, final int instrument, final long order, final long account)
    {
        final int key = count++;
        partitions[key] = partition;
        pairs.plan(partition, SlotTable.hash(account, instrument));
        if (seesOrders)
        {
            orders.plan(partition, SlotTable.hash(order, instrument));
        }
        if (seesLevels)
        {
            instruments[key] = instrument;
            prices[key] = event.priceTicks();
            sides[key] = event.side();
        }
        return key;
    }

    /**
     * Let an event's market take it in, with what was found ahead.
     *
     * @param market of the event's partition.
     * @param key    as {@link #plan} gave it; a trade has the next one, too.
     * @param event  that was planned.
     */
    public void apply(final Market market, final int key, final MarketEvent event)
    {
        // Where the next number is another event's, or of a batch before, nobody asks for it.
        market.apply(event, orders.slot(key), pairs.slot(key), orders.slot(key + 1), pairs.slot(key + 1));
    }

    /**
     * Touch what was planned.
     *
     * @return something that depends on every load: use it, or they are dropped.
     */
    public long touch()
    {
        long sum = pairs.touchIndex();
        sum += orders.touchIndex();
        sum += pairs.touchRecords();
        sum += orders.touchRecords();
        sum += seesGroups ? touchGroups() : 0;
        sum += seesLevels ? touchLevels() : 0;
        return sum;
    }

    private Market marketOf(final int key)
    {
        return markets[partitions[key]];
    }

    // Here, too, what is touched is gathered first: the more a loop does, the fewer of its misses overlap.

    private long touchGroups()
    {
        for (int key = 0; key < count; key++)
        {
            final int slot = UnsafeApi.getInt(pairs.recordAddress(key) + Records.PAIR_GROUP_SLOT) - 1;
            groups[key] = marketOf(key).groupAddress(slot);
        }
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            sum += UnsafeApi.getLong(groups[key]);
        }
        return seesSizable ? sum + touchSizable() : sum;
    }

    private long touchSizable()
    {
        for (int key = 0; key < count; key++)
        {
            final int slot = UnsafeApi.getInt(pairs.recordAddress(key) + Records.PAIR_GROUP_SLOT) - 1;
            groups[key] = marketOf(key).sizableAddress(slot);
        }
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            sum += UnsafeApi.getLong(groups[key]);
        }
        return sum;
    }

    private long touchLevels()
    {
        for (int key = 0; key < count; key++)
        {
            final long order = orders.recordAddress(key);
            final long packed = UnsafeApi.getLong(order + OrderRecord.PACKED);
            if (packed != 0) // else the order is not there yet, and its event has the price
            {
                sides[key] = OrderRecord.side(packed);
                prices[key] = UnsafeApi.getLong(order + OrderRecord.PRICE);
            }
            levels[key] = marketOf(key).levels(instruments[key], sides[key]);
        }
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            sum += levels[key].touch(prices[key]);
        }
        return sum;
    }
}
