package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Works one large order after another in small pieces: by the clock (TWAP), taking a piece at even intervals, or as an
 * iceberg, showing one piece and the next when that is gone. So the signs of trades remember for minutes.
 */
final class ExecutorAgent implements Agent
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int PATIENCE = 40; // looks at one piece of an iceberg before its price is changed

    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final SimulatorRandom random;
    private final long paceNanos; // the quicker, the busier the market is
    private int account;
    private boolean isIceberg;
    private int side = Side.BUY;
    private long pieceLots;
    private long gapNanos;
    private int piecesLeft;
    private int looks;
    private int handle = MatchingBook.NONE;
    private long number;

    ExecutorAgent(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random, final long paceNanos)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
        this.paceNanos = paceNanos;
    }

    @Override
    public long step(final long nowNanos)
    {
        market.advance(nowNanos);
        if (piecesLeft == 0)
        {
            begin();
            return 1 + Distributions.exponential(random, 4 * SECOND_NANOS);
        }
        if (isIceberg)
        {
            show();
        }
        else
        {
            slice();
        }
        return 1 + gapNanos * random.between(90, 110) / 100;
    }

    private void begin()
    {
        account = venue.roster.trader(market.venue, random);
        isIceberg = random.below(2) == 0;
        side = 1 + random.below(2);
        piecesLeft = (int)Distributions.size(random, 12);
        pieceLots = market.modest(account, market.usualLots * random.between(1, 8));
        gapNanos = paceNanos * random.between(isIceberg ? 20 : 60, isIceberg ? 60 : 240) / 100;
    }

    private void slice()
    {
        piecesLeft--;
        final long price = market.better(side, market.touchTicks(Side.opposite(side)), 2);
        final long lots = Math.min(pieceLots, venue.margins.affordableLots(market, account, side, price));
        if (lots >= 1 && market.isOrderly())
        {
            venue.submit(market, account, side, price, lots, Flags.IOC, null);
        }
    }

    private void show()
    {
        if (market.book.isLive(handle, number))
        {
            if (++looks % PATIENCE == 0)
            {
                venue.cancel(market, handle, number, Reasons.USER);
                piecesLeft = looks >= 4 * PATIENCE ? 0 : piecesLeft;
            }
            return;
        }
        piecesLeft--;
        final long price = market.passive(side, market.touchTicks(side));
        final long lots = price < 1 ? 0 :
            Math.min(pieceLots, venue.margins.affordableLots(market, account, side, price));
        if (lots >= 1)
        {
            venue.submit(market, account, side, price, lots, Flags.POST_ONLY, null);
            handle = venue.restingHandle();
            number = venue.orderNumber();
        }
    }
}
