package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.event.Absent;
import fds.market.event.Kind;

/** What customers do besides trading: they log in, bring money and assets, and take them out after asking. */
final class CustomerAgent implements Agent
{
    private static final long DEPOSIT = 400 * 100 * Treasury.CENT;
    private static final long DELAY_NANOS = 4_000_000_000L;

    private final SimulatedVenue venue;
    private final Treasury treasury;
    private final MarketSet markets;
    private final SimulatorRandom random;
    private final long meanNanos;
    private int waiting = MatchingBook.NONE; // account whose withdrawal was asked for
    private long waitingUnits;
    private long dueNanos;

    CustomerAgent(
        final SimulatedVenue venue, final Treasury treasury, final MarketSet markets, final SimulatorRandom random,
        final long meanNanos)
    {
        this.venue = venue;
        this.treasury = treasury;
        this.markets = markets;
        this.random = random;
        this.meanNanos = meanNanos;
    }

    @Override
    public long step(final long nowNanos)
    {
        final int venueOf = random.below(venue.roster.venues());
        final int account = venue.roster.trader(venueOf, random);
        final int what = random.below(100);
        if (waiting != MatchingBook.NONE && nowNanos >= dueNanos)
        {
            treasury.withdraw(waiting, waitingUnits, Addresses.of(waiting, 0), null);
            waiting = MatchingBook.NONE;
        }
        else if (what < 40)
        {
            venue.announce(Kind.LOGIN, Absent.NO_INSTRUMENT, account, Absent.VALUE,
                Addresses.network(account, random.below(12) == 0 ? 1 : 0), null, null);
        }
        else if (what < 65)
        {
            treasury.deposit(account, Distributions.size(random, DEPOSIT), Addresses.of(account, random.below(2)),
                null);
        }
        else if (what < 80)
        {
            moveAsset(account, venueOf);
        }
        else if (waiting == MatchingBook.NONE)
        {
            waitingUnits = venue.freeCash(account) / 1_000 * random.between(2, 60) / Treasury.CENT * Treasury.CENT;
            if (treasury.requestWithdrawal(account, waitingUnits, Addresses.of(account, 0), null))
            {
                waiting = account;
                dueNanos = nowNanos + Distributions.exponential(random, DELAY_NANOS);
            }
        }
        return 1 + Distributions.exponential(random, meanNanos);
    }

    private void moveAsset(final int account, final int venueOf)
    {
        final SimulatedMarket market = markets.markets()[random.below(markets.markets().length)];
        if (market.isPerp() || market.venue != venueOf)
        {
            return;
        }
        final long lots = Distributions.size(random, market.usualLots * 2);
        if (random.below(5) < 3)
        {
            treasury.depositAsset(market, account, lots, Addresses.of(account, 1), null);
        }
        else
        {
            treasury.withdrawAsset(market, account, lots, Addresses.of(account, 1), null);
        }
    }
}
