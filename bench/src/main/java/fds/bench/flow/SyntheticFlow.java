package fds.bench.flow;

import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;

/**
 * Orders of many accounts on many instruments, written in place: nearly half new orders, the rest cancels, replaces,
 * trades and quotes of what lives. Few instruments and accounts have most of it. Allocates nothing after construction;
 * the same seed gives the same flow.
 */
public final class SyntheticFlow
{
    private static final int LIVE = 1 << 15;
    private static final int STEP_NANOS_MAX = 80_000; // 25,000 events a second on average
    private static final long START_NANOS = 1_750_000_000_000_000_000L;
    private static final int MID_TICKS = 100_000;

    private final int instruments;
    private final int accounts;
    private final long[] orderIds = new long[LIVE]; // [place], 0: nothing lives there
    private final int[] orderInstruments = new int[LIVE];
    private final int[] orderAccounts = new int[LIVE];
    private final long[] orderLots = new long[LIVE];
    private long random;
    private long timeNanos = START_NANOS;
    private long count;

    /**
     * Make one.
     *
     * @param seed        not 0.
     * @param instruments ids 1 to this.
     * @param accounts    ids 1 to this.
     */
    public SyntheticFlow(final long seed, final int instruments, final int accounts)
    {
        random = seed;
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /**
     * Write the next event.
     *
     * @param inbound to write into; cleared here.
     */
    public void next(final InboundEvent inbound)
    {
        timeNanos += below(STEP_NANOS_MAX);
        final MarketEvent event = inbound.clear().event().venueTimeNanos(timeNanos).feedSequence(++count);
        final int place = below(LIVE);
        final int choice = below(100);
        if (choice < 2)
        {
            event.type(choice == 0 ? Kind.MARK : Kind.INDEX, Side.NONE, Flags.LAST, skewed(instruments))
                .priceTicks(MID_TICKS);
        }
        else if (orderIds[place] == 0)
        {
            enter(event, place);
        }
        else if (choice < 80)
        {
            order(event, Kind.CANCEL, place);
            orderIds[place] = 0;
        }
        else if (choice < 90)
        {
            orderLots[place] = 1 + orderLots[place] / 2;
            order(event, Kind.REPLACE, place).quantityLots(orderLots[place]);
        }
        else
        {
            // The price is what the order had for all that the engine knows: its own record decides.
            order(event, Kind.TRADE, place).priceTicks(MID_TICKS).quantityLots(orderLots[place])
                .counterAccountId(skewed(accounts));
            orderIds[place] = 0;
        }
    }

    private void enter(final MarketEvent event, final int place)
    {
        orderIds[place] = count;
        orderInstruments[place] = skewed(instruments);
        orderAccounts[place] = skewed(accounts);
        orderLots[place] = 1 + skewed(100);
        final int away = skewed(200);
        order(event, Kind.NEW, place).quantityLots(orderLots[place])
            .priceTicks(sideOf(place) == Side.BUY ? MID_TICKS - away : MID_TICKS + away);
    }

    private MarketEvent order(final MarketEvent event, final int kind, final int place)
    {
        return event.type(kind, sideOf(place), Flags.LAST, orderInstruments[place])
            .orderId(orderIds[place]).accountId(orderAccounts[place]);
    }

    private static int sideOf(final int place)
    {
        return (place & 1) == 0 ? Side.BUY : Side.SELL;
    }

    /** 1 to a bound, small numbers far more often. */
    private int skewed(final int bound)
    {
        final long wide = below(1 << 15);
        return 1 + (int)(wide * wide * wide >>> 30) % bound;
    }

    private int below(final int bound)
    {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int)((random >>> 33) * bound >>> 31);
    }
}
