package fds.feeds.simulator.decoy;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.SimulatedMarket;

/** Honest episodes that look like abuse of the order book, or like trades by agreement. */
public final class BookDecoys
{
    private static final int BASKET_MAX = 5;
    private static final int TRIES = 64;

    private BookDecoys()
    {
    }

    /**
     * All of them.
     *
     * @return in a fixed order.
     */
    public static List<EpisodeKind> kinds()
    {
        return List.of(
            new EpisodeKind("decoy_ladder_requote", 0, stage -> new LadderRequoteEpisode(
                stage, stage.anyMarket(), stage.random().below(stage.roster().makerCount()))),
            new EpisodeKind("decoy_makers_meet", 0, BookDecoys::makersMeet),
            new EpisodeKind("decoy_two_venues", 0, BookDecoys::twoVenues),
            new EpisodeKind("decoy_ioc_taker", 0, stage ->
                new ImpatientTakerEpisode(stage, stage.anyMarket(), trader(stage))),
            new EpisodeKind("decoy_post_only", 0, stage ->
                new PostOnlyEpisode(stage, stage.anyMarket(), trader(stage))),
            new EpisodeKind("decoy_fund_move", 0, BookDecoys::fundMove),
            new EpisodeKind("decoy_withdrawn_order", 0, stage ->
                new WithdrawnOrderEpisode(stage, stage.anyMarket(), trader(stage))),
            new EpisodeKind("decoy_index_rebalance", 0, BookDecoys::rebalance),
            new EpisodeKind("decoy_pegged_order", 0, stage ->
                new PeggedOrderEpisode(stage, stage.anyMarket(), trader(stage))),
            new EpisodeKind("decoy_stop_loss", 0, stage ->
                new StopLossEpisode(stage, stage.anyMarket(), trader(stage))));
    }

    private static int trader(final Stage stage)
    {
        return stage.roster().anyTrader(stage.random());
    }

    private static Episode makersMeet(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        final int first = trader(stage);
        final int second = trader(stage);
        return roster.groupOf(first) == roster.groupOf(second) ? null :
            new MakersMeetEpisode(stage, stage.anyMarket(), first, second);
    }

    private static Episode twoVenues(final Stage stage)
    {
        final SimulatedMarket market = stage.anyMarket();
        final int firm = stage.random().below(AccountRoster.ARBITRAGEURS);
        for (final SimulatedMarket other : stage.markets().markets())
        {
            if (other.venue != market.venue && other.underlying == market.underlying &&
                other.instrument.tickExponent() == market.instrument.tickExponent())
            {
                return new TwoVenuesEpisode(stage, market, other, stage.roster().arbitrageur(market.venue, firm),
                    stage.roster().arbitrageur(other.venue, firm));
            }
        }
        return null;
    }

    private static Episode fundMove(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        int account = roster.groupedTrader(stage.random());
        for (int tries = 0; tries < TRIES && !roster.isFund(account); tries++)
        {
            account = roster.groupedTrader(stage.random());
        }
        return new FundMoveEpisode(stage, stage.anyMarket(), account, roster.partnerOf(account, stage.random()));
    }

    private static Episode rebalance(final Stage stage)
    {
        final SimulatorRandom random = stage.random();
        final List<SimulatedMarket> basket = new ArrayList<>();
        final int count = Math.min(stage.markets().mainCount(), (int)random.between(2, BASKET_MAX));
        final int first = random.below(stage.markets().mainCount());
        for (int i = 0; i < count; i++)
        {
            basket.add(stage.markets().markets()[(first + i) % stage.markets().mainCount()]);
        }
        return new RebalanceEpisode(stage, basket.toArray(new SimulatedMarket[0]), trader(stage));
    }
}
