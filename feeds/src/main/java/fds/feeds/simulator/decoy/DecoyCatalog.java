package fds.feeds.simulator.decoy;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.SimulatedMarket;

/** The honest episodes. */
public final class DecoyCatalog
{
    /** An ordinary order that waits for its verdict: always there, and never labelled. */
    public static final EpisodeKind REQUESTED_ORDER = new EpisodeKind("requested_order", 0, stage ->
        new RequestedOrderEpisode(stage, stage.anyMarket(), stage.roster().anyTrader(stage.random())));

    private static final int DECOYS = 6;

    private DecoyCatalog()
    {
    }

    /**
     * One of them; executors are twice as likely as others.
     *
     * @param stage to act on.
     * @return has not begun.
     */
    public static Episode any(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        final SimulatedMarket market = stage.anyMarket();
        switch (stage.random().below(DECOYS))
        {
            case 0:
                // Only where there is something to trade.
                return new BusyMakerEpisode(stage, stage.busyMarket(), stage.random().below(roster.makerCount()));
            case 1:
                return new LargeOrderEpisode(stage, market, stage.knownTrader(market));
            case 2:
                final int account = roster.groupedTrader(stage.random());
                final int partner =
                    stage.random().below(2) == 0 ? account : roster.partnerOf(account, stage.random());
                return new OwnOrdersMeetEpisode(stage, market, account, partner);
            case 3:
                return new DisconnectEpisode(stage, market, roster.anyTrader(stage.random()));
            default:
                return new SlicedOrderEpisode(stage, market, roster.anyTrader(stage.random()));
        }
    }
}
