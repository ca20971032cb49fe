package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: a trader who follows trends. It looks every second or so, buys a little after a rise and sells after a fall,
 * and goes out when the price turns: it never moves the price that it follows.
 */
public final class MomentumTraderEpisode extends TradingEpisode
{
    private static final int LOOKS = 8;
    private static final long MILLI_NANOS = 1_000_000;

    private final long lookNanos;
    private final long lots;
    private final long signalPpb;
    private final long[] seen = new long[LOOKS]; // [look % LOOKS], ticks
    private int looks;
    private int looksLeft;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account whose.
     */
    public MomentumTraderEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_momentum_trader", "", account);
        lookNanos = random.between(300, 2_500) * MILLI_NANOS;
        lots = market.modest(account, market.usualLots * random.between(3, 25));
        signalPpb = market.underlying.sigmaPpb() * random.between(10, 40) / 10;
        looksLeft = (int)random.between(40, 160);
    }

    @Override
    protected long step(final long nowNanos)
    {
        final long now = market.midTicks();
        final long before = seen[looks % LOOKS];
        seen[looks++ % LOOKS] = now;
        final long held = gain().lots(market);
        if (looksLeft-- <= 0)
        {
            return held == 0 || looksLeft < -20 || unwind(market, Math.abs(held), 200) == 0 ? nowNanos :
                nowNanos + lookNanos;
        }
        if (before != 0)
        {
            final long movePpb = (now - before) * 1_000_000 / before * 1_000;
            final int side = movePpb > signalPpb ? Side.BUY : movePpb < -signalPpb ? Side.SELL : Side.NONE;
            if (side != Side.NONE && held == 0)
            {
                take(market, account(0), side, lots, 20);
            }
            else if (side != Side.NONE && held > 0 != (side == Side.BUY))
            {
                unwind(market, Math.abs(held), 50);
            }
        }
        return nowNanos + 1 + lookNanos * random.between(80, 120) / 100;
    }
}
