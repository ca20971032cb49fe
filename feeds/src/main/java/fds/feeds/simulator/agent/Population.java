package fds.feeds.simulator.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.margin.PriceBoard;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.feeds.simulator.venue.Underlying;

/** Who the honest participants of a simulation are, and how busy each of them is. */
public final class Population
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long OPENING_NANOS = 500_000_000;
    private static final int MAKERS = 8; // of each market
    private static final int FUNDS = 4;
    private static final int TAKER_PER_MILLE = 10; // orders that take, of rows
    private static final int OTHER_VENUES_PERCENT = 45; // of the main venue's rows, all others together

    private final SimulatedVenue venue;
    private final MarketSet markets;
    private final Treasury treasury;
    private final PriceBoard board;
    private final long seed;
    private final SimulatorRandom random;
    private final List<AgentLoop.Due> agents = new ArrayList<>();
    private int streams;

    private Population(
        final SimulatedVenue venue, final MarketSet markets, final Treasury treasury, final PriceBoard board,
        final long seed)
    {
        this.venue = venue;
        this.markets = markets;
        this.treasury = treasury;
        this.board = board;
        this.seed = seed;
        random = SimulatorRandom.of(seed, 1);
    }

    /**
     * Everybody.
     *
     * @param venue          where.
     * @param markets        of all venues.
     * @param treasury       of the venues.
     * @param board          tells when funding is.
     * @param seed           source of all chance.
     * @param ratePerSecond  rows a second.
     * @param startTimeNanos UTC nanoseconds since 1970.
     * @return nobody has acted yet.
     */
    public static AgentLoop settle(
        final SimulatedVenue venue, final MarketSet markets, final Treasury treasury, final PriceBoard board,
        final long seed, final int ratePerSecond, final long startTimeNanos)
    {
        final Population population = new Population(venue, markets, treasury, board, seed);
        final SimulatedMarket[] all = markets.markets();
        final RestingOrders[] resting = new RestingOrders[all.length];
        final TakerOrders takers = new TakerOrders(venue, population.own(), resting);
        for (final SimulatedMarket market : all)
        {
            resting[market.index] = new RestingOrders(venue, market, population.own());
            market.expectVolume(minuteLots(market, population.rowsPpm(market), ratePerSecond));
            population.crowdOf(market, resting[market.index], takers);
        }
        population.others(takers);
        return new AgentLoop(
            venue, new Activity(markets.underlyings(), ratePerSecond, startTimeNanos), takers, population.agents);
    }

    /** A taker's order is nine usual ones on average, what others take in its wake included. */
    private static long minuteLots(final SimulatedMarket market, final long rowsPpm, final int ratePerSecond)
    {
        final long ordersPpm = rowsPpm * TAKER_PER_MILLE / 1_000 * ratePerSecond / Activity.USUAL_RATE;
        return market.usualLots * (ordersPpm * 9 * 60 / 1_000_000);
    }

    private void crowdOf(final SimulatedMarket market, final RestingOrders resting, final TakerOrders takers)
    {
        final long rowsPpm = rowsPpm(market); // a second
        for (int i = 0; i < MAKERS; i++)
        {
            final int account =
                venue.roster.maker(market.venue, (market.index * 3 + i) % venue.roster.makers(market.venue));
            // Six in ten rows are makers', and a quote changed is one or two of them.
            add(new MakerAgent(venue, market, own(), account, i % 2 == 1,
                SECOND_NANOS * 1_000_000 / rowsPpm * MAKERS * 170 / 100 * 10 / 6));
        }
        add(new NoiseCrowd(venue, market, own(), resting, takers, SECOND_NANOS * 1_000_000 / rowsPpm * 100 / 28));
        add(new TakerCrowd(venue, market, own(), takers, rowsPpm * TAKER_PER_MILLE / 1_000));
        add(new ExecutorAgent(venue, market, own(), SECOND_NANOS * 1_000_000 / rowsPpm * 100));
    }

    private void others(final TakerOrders takers)
    {
        final SimulatedMarket[] all = markets.markets();
        for (final Underlying underlying : markets.underlyings())
        {
            final ArbitrageAgent arbitrage =
                new ArbitrageAgent(venue, underlying, all, own(), SECOND_NANOS / 25);
            if (arbitrage.size() > 1)
            {
                add(arbitrage);
            }
        }
        if (venue.margins.perps().length > 0)
        {
            add(new LeveragedCrowd(venue, treasury, own(), SECOND_NANOS / 30));
        }
        for (final SimulatedMarket perp : venue.margins.perps())
        {
            add(new HedgerAgent(venue, perp, spotOf(perp), board, own(), fundAccount()));
        }
        for (int i = 0; i < FUNDS; i++)
        {
            add(new FundAgent(venue, treasury, all, markets.mainCount(), own(), fundAccount(), SECOND_NANOS));
        }
        add(new CustomerAgent(venue, treasury, markets, own(), SECOND_NANOS / 4));
        add(new NewsAgent(venue, markets, own()));
        final NoticeAgent notices = new NoticeAgent(venue, markets, own());
        agents.add(new AgentLoop.Due(notices, notices.firstNanos()));
        add(new FollowerCrowd(venue, Arrays.copyOf(all, markets.mainCount()), takers, own(), SECOND_NANOS / 12));
    }

    /** Rows a second of a market, 10⁻⁶: the first of the main venue are the busiest. */
    private long rowsPpm(final SimulatedMarket market)
    {
        final long main = markets.mainCount();
        final long elsewhere = markets.markets().length - main;
        final long share = market.index < main ?
            1_000_000 * (2 * (main - market.index) - 1) / (main * main) :
            1_000_000L * OTHER_VENUES_PERCENT / 100 / elsewhere;
        final long whole = elsewhere == 0 ? 100 : 100 + OTHER_VENUES_PERCENT;
        return Math.max(1, share * Activity.USUAL_RATE * 100 / whole);
    }

    private SimulatedMarket spotOf(final SimulatedMarket perp)
    {
        for (final SimulatedMarket market : markets.markets())
        {
            if (market.venue == 0 && !market.isPerp() && market.underlying == perp.underlying)
            {
                return market;
            }
        }
        return null;
    }

    private int fundAccount()
    {
        int account = venue.roster.groupedTrader(random);
        for (int tries = 0; tries < 64 && !venue.roster.isFund(account); tries++)
        {
            account = venue.roster.groupedTrader(random);
        }
        return account;
    }

    private SimulatorRandom own()
    {
        return SimulatorRandom.of(seed, 100_000 + streams++);
    }

    private void add(final Agent agent)
    {
        agents.add(new AgentLoop.Due(agent, 1 + random.below((int)OPENING_NANOS)));
    }
}
