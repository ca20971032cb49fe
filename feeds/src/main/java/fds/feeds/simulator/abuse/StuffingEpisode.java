package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Quote stuffing: one account floods one instrument with orders at and about the touch and cancels them at once, 500
 * to 3,000 messages a second for one to ten seconds. It hardly ever trades, because its quotes live for microseconds.
 */
public final class StuffingEpisode extends Episode
{
    private static final long MICRO_NANOS = 1_000;
    private static final int BEHIND_MAX = 6;
    private static final int MESSAGES_MIN = 1_000; // of the catalogue's order-to-trade ratio
    private static final int RATIO_MIN = 100;

    private final long pairNanos; // from one order to the next; each order is two messages
    private final long lifeNanos;
    private final int behindMax; // orders that stay behind the touch while others come and go
    private final int improvePerMille;
    private final int side; // NONE: both
    private final long lots;
    private final int[] behindHandle;
    private final long[] behindNumber;
    private int behindCount;
    private int oldest;
    private long endNanos;
    private boolean isBegun;
    private int dueHandle = MatchingBook.NONE; // cancelled next
    private long dueNumber;
    private long messages;
    private long trades;

    public StuffingEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "quote_stuffing", "D16", account);
        // 10 % above what is meant: the waits below are random.
        pairNanos = 2_000_000_000L / random.between(560, 3_200);
        lifeNanos = Math.min(pairNanos / 2, random.between(15, 150) * MICRO_NANOS);
        behindMax = (int)random.between(1, BEHIND_MAX);
        improvePerMille = (int)random.between(400, 950);
        side = random.below(3);
        lots = market.usualLots * random.between(1, 20);
        behindHandle = new int[behindMax];
        behindNumber = new long[behindMax];
        endNanos = random.between(1_000, 10_000) * 1_000_000L; // a duration until the first step
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            endNanos += nowNanos;
        }
        if (dueHandle != MatchingBook.NONE)
        {
            cancel(dueHandle, dueNumber);
            dueHandle = MatchingBook.NONE;
            return nowNanos + 1 + jitter(pairNanos - lifeNanos);
        }
        if (nowNanos >= endNanos)
        {
            for (int i = 0; i < behindCount; i++)
            {
                cancel(behindHandle[i], behindNumber[i]);
            }
            return nowNanos;
        }
        if (!isFleeing())
        {
            quote();
        }
        return nowNanos + 1 + jitter(lifeNanos);
    }

    @Override
    public void onFill(
        final SimulatedMarket where, final int account, final int side, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        super.onFill(where, account, side, priceTicks, lots, feeUnits, isAggressor);
        trades++;
    }

    @Override
    protected List<String> carried()
    {
        return messages >= MESSAGES_MIN && messages >= RATIO_MIN * trades ? List.of(detector(), "D17") :
            List.of(detector());
    }

    /** What has come to stand at the touch might trade, and is taken away first. */
    private boolean isFleeing()
    {
        for (int i = 0; i < behindCount; i++)
        {
            final int handle = behindHandle[i];
            if (market.book.isLive(handle, behindNumber[i]) &&
                market.book.priceTicks(handle) == market.touchTicks(market.book.side(handle)))
            {
                cancel(handle, behindNumber[i]);
                behindHandle[i] = MatchingBook.NONE;
                return true;
            }
        }
        return false;
    }

    private void quote()
    {
        final int of = side == Side.NONE ? 1 + random.below(2) : side;
        final boolean isImproving = random.chancePerMille(improvePerMille) && market.spreadTicks() > 1;
        final long by = isImproving ? 1 : -random.between(1, 4) * market.halfSpreadTicks;
        final long price = market.passive(of, market.better(of, market.touchTicks(of), by));
        if (price < 1)
        {
            return;
        }
        final long size = lots - random.below((int)Math.min(lots, 1 << 20));
        venue.submit(market, account(0), of, price, market.modest(account(0), size), Flags.POST_ONLY, this);
        messages++;
        final int handle = venue.restingHandle();
        final long number = venue.orderNumber();
        if (isImproving || handle == MatchingBook.NONE)
        {
            dueHandle = handle;
            dueNumber = number;
        }
        else if (behindCount < behindMax)
        {
            behindHandle[behindCount] = handle;
            behindNumber[behindCount++] = number;
        }
        else
        {
            dueHandle = behindHandle[oldest];
            dueNumber = behindNumber[oldest];
            behindHandle[oldest] = handle;
            behindNumber[oldest] = number;
            oldest = (oldest + 1) % behindMax;
        }
    }

    private void cancel(final int handle, final long number)
    {
        messages++;
        venue.cancel(market, handle, number, Reasons.USER);
    }

    private long jitter(final long nanos)
    {
        return nanos * random.between(60, 140) / 100;
    }
}
