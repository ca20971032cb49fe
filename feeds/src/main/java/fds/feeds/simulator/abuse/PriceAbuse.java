package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/** The sorts of abuse that move a price or know what will, D19 to D27, D38 and D39. */
final class PriceAbuse
{
    private PriceAbuse()
    {
    }

    static List<EpisodeKind> kinds()
    {
        return List.of(
            new EpisodeKind("momentum_ignition", 0, stage ->
                new MomentumIgnitionEpisode(stage, stage.anyMarket(), stage.hands(3))),
            new EpisodeKind("ramping", 0, stage -> new RampingEpisode(stage, stage.anyMarket(), stage.hands(4))),
            new EpisodeKind("pump_and_dump", 0, stage ->
                new PumpAndDumpEpisode(stage, stage.smallSpot(), stage.hands(6))),
            new EpisodeKind("smoking", 0, stage ->
                new BaitEpisode(stage, stage.anyMarket(), stage.wealthyTrader())),
            new EpisodeKind("price_defence", 0, stage ->
                new PriceDefenceEpisode(stage, stage.anyMarket(), stage.hands(2))),
            new EpisodeKind("linked_price_trick", 0, PriceAbuse::linkedPrice),
            new EpisodeKind("reset_racehorse", 0, stage ->
                new RacehorseEpisode(stage, stage.smallSpot(), stage.hands(4))),
            new EpisodeKind("fenced_pump", 0, stage ->
                new FencedPumpEpisode(stage, stage.smallSpot(), stage.hands(4))),
            new EpisodeKind("cornering", 0, stage ->
                new CornerEpisode(stage, stage.smallSpot(), stage.hands(5))),
            new EpisodeKind("listing_front_running", 0, PriceAbuse::insiderListing),
            new EpisodeKind("front_running", 0, PriceAbuse::frontRunning));
    }

    private static Episode linkedPrice(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final SimulatedMarket thin = perp == null ? null : stage.componentOf(perp);
        if (thin == null)
        {
            return null;
        }
        final int one = stage.wealthyTrader(thin.venue);
        final int other = stage.wealthyTrader(thin.venue);
        final int trader = stage.wealthyTrader();
        return one == other || trader == one || trader == other ? null :
            new LinkedPriceEpisode(stage, perp, thin, trader, one, other);
    }

    private static Episode insiderListing(final Stage stage)
    {
        final SimulatedMarket spot = stage.anySpot();
        final int[] accounts = stage.random().below(2) == 0 ? stage.hands(4) : stage.strangers(4);
        return spot == null || accounts.length == 0 ? null : new InsiderListingEpisode(stage, spot, accounts);
    }

    private static Episode frontRunning(final Stage stage)
    {
        final SimulatedMarket market = stage.anyMarket();
        final int client = stage.wealthyTrader();
        final int[] accounts = stage.hands(2);
        for (final int account : accounts)
        {
            if (stage.roster().groupOf(account) == stage.roster().groupOf(client))
            {
                return null;
            }
        }
        return new FrontRunningEpisode(stage, market, client, accounts);
    }
}
