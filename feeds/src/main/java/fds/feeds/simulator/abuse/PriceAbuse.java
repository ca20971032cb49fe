package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;

/** The sorts of abuse that move a price, D19 to D27. */
final class PriceAbuse
{
    private PriceAbuse()
    {
    }

    static List<EpisodeKind> kinds()
    {
        return List.of(
            new EpisodeKind("momentum_ignition", 1, stage ->
                new MomentumIgnitionEpisode(stage, stage.anyMarket(), stage.hands(3))),
            new EpisodeKind("ramping", 1, stage -> new RampingEpisode(stage, stage.anyMarket(), stage.hands(4))),
            new EpisodeKind("pump_and_dump", 1, PriceAbuse::pumpAndDump));
    }

    private static Episode pumpAndDump(final Stage stage)
    {
        return new PumpAndDumpEpisode(stage, stage.smallSpot(), stage.hands(6));
    }
}
