package fds.market.partition;

import java.util.Set;

import fds.market.detector.Need;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
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
    private final boolean seesLevels;
    private final LookAhead pairs;
    private final LookAhead orders;
    private final Market[] markets;  // [key]
    private final int[] instruments; // [key]
    private final long[] prices;     // [key], ticks of the event
    private final int[] sides;       // [key], of the event
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
        seesLevels = Market.keepsBook(needs);
        pairs = new LookAhead(2 * events);
        orders = new LookAhead(2 * events);
        markets = new Market[2 * events];
        instruments = new int[2 * events];
        prices = new long[2 * events];
        sides = new int[2 * events];
    }

    /**
     * The hash of an event's order, as {@link Market#apply} wants it.
     *
     * @param event any.
     * @return 0 when no orders are kept.
     */
    public int orderHash(final MarketEvent event)
    {
        return seesOrders ? Market.orderHash(event) : 0;
    }

    /**
     * Plan the look-ups of an event.
     *
     * @param market    of its partition.
     * @param event     of one of its instruments.
     * @param orderHash as {@link #orderHash} gave it.
     * @param pairHash  as {@link Market#pairHash} gave it.
     */
    public void plan(final Market market, final MarketEvent event, final int orderHash, final int pairHash)
    {
        plan(market, event, event.instrumentId(), orderHash, pairHash);
        if (event.kind() == Kind.TRADE)
        {
            final int instrument = event.instrumentId();
            plan(market, event, instrument,
                seesOrders ? SlotTable.hash(event.counterOrderId(), instrument) : 0,
                SlotTable.hash(event.counterAccountId(), instrument));
        }
    }

    private void plan(
        final Market market, final MarketEvent event, final int instrument, final int orderHash, final int pairHash)
    {
        final int key = count++;
        markets[key] = market;
        pairs.plan(market.pairs(), pairHash);
        if (seesOrders)
        {
            orders.plan(market.orders(), orderHash);
        }
        if (seesLevels)
        {
            instruments[key] = instrument;
            prices[key] = event.priceTicks();
            sides[key] = event.side();
        }
    }

    /**
     * Touch what was planned, and forget the plan.
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
        pairs.clear();
        orders.clear();
        count = 0;
        return sum;
    }

    private long touchGroups()
    {
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            sum += markets[key].touchGroup(UnsafeApi.getInt(pairs.recordAddress(key) + Records.PAIR_GROUP_SLOT) - 1);
        }
        return sum;
    }

    private long touchLevels()
    {
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            final long order = orders.recordAddress(key);
            // An order that is not there yet brings its price with it.
            final long packed = UnsafeApi.getLong(order + OrderRecord.PACKED);
            sum += packed == 0 ? markets[key].touchLevel(instruments[key], sides[key], prices[key]) :
                markets[key].touchLevel(
                    instruments[key], OrderRecord.side(packed), UnsafeApi.getLong(order + OrderRecord.PRICE));
        }
        return sum;
    }
}
