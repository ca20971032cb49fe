package fds.testkit.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Orders of a few accounts around one price, some of them wrong: unknown accounts and orders, fills larger than what is
 * open, ids used twice, immediate orders, cancels by self-trade prevention.
 */
public final class OrderFlow implements Flow
{
    private static final int LIVE_MAX = 24;

    private record Live(long order, long account, int side, long price)
    {
    }

    private final int accountCount;
    private final int stepNanosMax;
    private final int[] weights; // NEW, CANCEL, REPLACE, TRADE, prices, ORDER_REQUEST
    private final List<Live> live = new ArrayList<>();
    private long orders;

    /**
     * Make one.
     *
     * @param accountCount accounts 1 to this.
     * @param stepNanosMax longest pause between two events, 1 or more.
     * @param weights      of NEW, CANCEL, REPLACE, TRADE, prices, ORDER_REQUEST.
     */
    public OrderFlow(final int accountCount, final int stepNanosMax, final int... weights)
    {
        this.accountCount = accountCount;
        this.stepNanosMax = stepNanosMax;
        this.weights = weights.clone();
    }

    @Override
    public void next(final Random random, final EventBuilder events)
    {
        events.after(random.nextInt(stepNanosMax));
        if (random.nextInt(4) != 0)
        {
            events.with(Flags.LAST);
        }
        switch (choose(random))
        {
            case 0 -> enter(random, events, Kind.NEW);
            case 1 -> cancel(random, events);
            case 2 -> replace(random, events);
            case 3 -> trade(random, events);
            case 4 -> price(random, events);
            default -> enter(random, events, Kind.ORDER_REQUEST);
        }
    }

    private int choose(final Random random)
    {
        int total = 0;
        for (final int weight : weights)
        {
            total += weight;
        }
        int left = random.nextInt(total);
        for (int i = 0; i < weights.length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }
        return 0;
    }

    private void enter(final Random random, final EventBuilder events, final int kind)
    {
        final long order = random.nextInt(30) == 0 && orders > 0 ? 1 + random.nextInt((int)orders) : ++orders;
        final int side = side(random);
        final boolean market = random.nextInt(20) == 0;
        final long price = market ? Absent.VALUE : 92 + random.nextInt(17);
        final long account = account(random);
        final int extra = random.nextInt(12);
        events.with((random.nextInt(3) == 0 ? 0 : Flags.LAST) | (market ? Flags.MARKET : extra == 0 ? Flags.IOC :
            extra == 1 ? Flags.STP : extra == 2 ? Flags.POST_ONLY : 0));
        events.order(kind, order, account, side, price, 1 + random.nextInt(20));
        if (kind == Kind.NEW)
        {
            live.add(new Live(order, account, side, price));
            if (live.size() > LIVE_MAX)
            {
                live.remove(0);
            }
        }
    }

    private void cancel(final Random random, final EventBuilder events)
    {
        if (live.isEmpty() || random.nextInt(20) == 0)
        {
            events.order(Kind.CANCEL, 1_000_000 + random.nextInt(5), account(random), side(random), Absent.VALUE,
                Absent.VALUE);
            return;
        }
        final Live order = live.remove(random.nextInt(live.size()));
        events.with(Flags.LAST | (random.nextInt(10) == 0 ? Flags.STP : 0)).order(Kind.CANCEL, order.order(),
            random.nextInt(4) == 0 ? Absent.UNKNOWN_ID : order.account(), order.side(), Absent.VALUE,
            random.nextInt(4) == 0 ? 1 + random.nextInt(5) : Absent.VALUE);
    }

    private void replace(final Random random, final EventBuilder events)
    {
        if (live.isEmpty())
        {
            enter(random, events, Kind.NEW);
            return;
        }
        final int index = random.nextInt(live.size());
        final Live order = live.get(index);
        final long renamed = random.nextInt(3) == 0 ? ++orders : Absent.UNKNOWN_ID;
        final long price = 92 + random.nextInt(17);
        events.order(Kind.REPLACE, order.order(), order.account(), order.side(), price, 1 + random.nextInt(20));
        if (renamed != Absent.UNKNOWN_ID)
        {
            // The builder's own offset for the id in force.
            events.event().counterOrderId(events.event().orderId() - order.order() + renamed);
        }
        live.set(index, new Live(
            renamed == Absent.UNKNOWN_ID ? order.order() : renamed, order.account(), order.side(), price));
    }

    private void trade(final Random random, final EventBuilder events)
    {
        final Live resting = live.isEmpty() || random.nextInt(6) == 0 ? null : live.get(random.nextInt(live.size()));
        final Live incoming = live.isEmpty() || random.nextInt(2) == 0 ? null : live.get(random.nextInt(live.size()));
        final boolean named = random.nextInt(5) != 0;
        events.with(random.nextInt(15) == 0 ? Flags.STP : random.nextBoolean() ? Flags.LAST : 0);
        events.trade(
            resting == null ? Absent.UNKNOWN_ID : resting.order(),
            resting == null ? account(random) : named ? resting.account() : Absent.UNKNOWN_ID,
            incoming == null ? Absent.UNKNOWN_ID : incoming.order(),
            incoming == null ? account(random) : named ? incoming.account() : Absent.UNKNOWN_ID,
            resting == null ? side(random) : Side.opposite(resting.side()),
            resting == null || resting.price() == Absent.VALUE ? 100 : resting.price(), 1 + random.nextInt(8));
    }

    private void price(final Random random, final EventBuilder events)
    {
        switch (random.nextInt(4))
        {
            case 0 -> events.price(Kind.MARK, Side.NONE, 97 + random.nextInt(7), Absent.VALUE);
            case 1 -> events.price(Kind.INDEX, Side.NONE, 97 + random.nextInt(7), Absent.VALUE);
            case 2 -> events.price(Kind.BBO, Side.BUY, 95 + random.nextInt(5), random.nextInt(5));
            default -> events.price(Kind.BBO, Side.SELL, 101 + random.nextInt(5), random.nextInt(5));
        }
    }

    private long account(final Random random)
    {
        return random.nextInt(20) == 0 ? Absent.UNKNOWN_ID : 1 + random.nextInt(accountCount);
    }

    private static int side(final Random random)
    {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }
}
