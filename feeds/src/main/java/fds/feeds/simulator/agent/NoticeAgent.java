package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Kind;

/**
 * What the venue's office does now and then without anybody's being at fault: it suspends a wallet for maintenance and
 * opens it again, announces that an asset will be listed in another pair, halts a spot market for seconds.
 */
final class NoticeAgent implements Agent
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long MEAN_NANOS = 90 * SECOND_NANOS;
    private static final long MAINTENANCE_NANOS = 120 * SECOND_NANOS;
    private static final long HALT_NANOS = 8 * SECOND_NANOS;
    private static final String VENUE = "venue";

    private final SimulatedVenue venue;
    private final MarketSet markets;
    private final SimulatorRandom random;
    private SimulatedMarket suspended; // or null
    private SimulatedMarket halted; // or null
    private long endNanos;

    NoticeAgent(final SimulatedVenue venue, final MarketSet markets, final SimulatorRandom random)
    {
        this.venue = venue;
        this.markets = markets;
        this.random = random;
    }

    /** When it acts first. */
    long firstNanos()
    {
        return 1 + Distributions.exponential(random, MEAN_NANOS);
    }

    @Override
    public long step(final long nowNanos)
    {
        if (suspended != null && nowNanos >= endNanos)
        {
            suspended.suspendWallet(false);
            tell(Kind.WALLET_STATUS, suspended, 1, "maintenance");
            suspended = null;
        }
        else if (halted != null && nowNanos >= endNanos)
        {
            halted.halt(false);
            tell(Kind.HALT, halted, 0, "surveillance");
            halted = null;
        }
        else if (suspended == null && halted == null)
        {
            begin(markets.markets()[random.below(markets.mainCount())], nowNanos);
        }
        return suspended != null || halted != null ? SECOND_NANOS : firstNanos();
    }

    private void begin(final SimulatedMarket market, final long nowNanos)
    {
        final int what = random.below(100);
        if (what < 45 && !market.isPerp() && !market.isWalletSuspended())
        {
            suspended = market;
            market.suspendWallet(true);
            endNanos = nowNanos + SECOND_NANOS + Distributions.exponential(random, MAINTENANCE_NANOS);
            tell(Kind.WALLET_STATUS, market, 0, "maintenance");
        }
        else if (what >= 45 && what < 80 && !market.isPerp())
        {
            // Most listings please; what they do to the price is known in no time.
            market.underlying.push(market.underlying.sigmaPpb() * random.between(-5, 40));
            tell(Kind.LISTING, market, nowNanos + random.between(600, 7_200) * SECOND_NANOS, "new_pair");
        }
        else if (what >= 80 && !market.isPerp() && !market.isHalted())
        {
            halted = market;
            market.halt(true);
            endNanos = nowNanos + SECOND_NANOS + Distributions.exponential(random, HALT_NANOS);
            tell(Kind.HALT, market, 1, "surveillance");
        }
    }

    private void tell(final int kind, final SimulatedMarket market, final long value, final String reason)
    {
        venue.announce(kind, market.id(), MatchingBook.NONE, value, VENUE, reason, null);
    }
}
