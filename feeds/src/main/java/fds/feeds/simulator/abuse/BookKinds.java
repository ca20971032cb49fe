package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.AccountRoster;

/** The kinds of abuse that deceive by orders in the book. */
final class BookKinds
{
    private BookKinds()
    {
    }

    /**
     * All of them.
     *
     * @return in a fixed order.
     */
    static List<EpisodeKind> all()
    {
        return List.of(
            new EpisodeKind("spoofing", 12, stage -> new SpoofingEpisode(stage, stage.anyMarket(), offenders(stage))),
            new EpisodeKind("layering", 12, stage -> new LayeringEpisode(stage, stage.anyMarket(), offenders(stage))),
            new EpisodeKind("displayed_imbalance", 6, stage ->
                new ImbalanceEpisode(stage, stage.anyMarket(), offenders(stage))),
            new EpisodeKind("order_flood", 4, stage ->
                new OrderFloodEpisode(stage, stage.anyMarket(), stage.roster().anyTrader(stage.random()))),
            new EpisodeKind("pinging", 6, stage ->
                new PingingEpisode(stage, stage.anyMarket(), stage.roster().anyTrader(stage.random()))));
    }

    /**
     * Who shows and who trades: a trader, two accounts of an owner, or a professional whom fees cost little.
     *
     * @return one or two accounts.
     */
    private static int[] offenders(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        final SimulatorRandom random = stage.random();
        switch (random.below(4))
        {
            case 0:
                final int account = roster.groupedTrader(random);
                return new int[] {account, roster.partnerOf(account, random)};
            case 1:
                return new int[] {roster.arbitrageur(0, random.below(AccountRoster.ARBITRAGEURS))};
            default:
                return new int[] {roster.anyTrader(random)};
        }
    }
}
