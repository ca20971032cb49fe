package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/** The sorts of abuse of reference prices and derivatives, D29 to D37; none where the venue lists no perpetual. */
final class DerivativeAbuse
{
    private static final int HAND_MAX = 4;

    private DerivativeAbuse()
    {
    }

    static List<EpisodeKind> kinds()
    {
        return List.of(
            new EpisodeKind("marking_window", 1, DerivativeAbuse::markingWindow),
            new EpisodeKind("mirrored_positions", 1, DerivativeAbuse::mirroredPositions),
            new EpisodeKind("liquidation_hunt", 1, DerivativeAbuse::liquidationHunt),
            new EpisodeKind("liquidation_hand_off", 1, DerivativeAbuse::handOff));
    }

    private static Episode markingWindow(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final int[] accounts = stage.hands(3);
        final SimulatedMarket spot = perp == null ? null : stage.spotOf(perp);
        return perp == null || spot == null && accounts.length == 1 ? null :
            new MarkingWindowEpisode(stage, perp, spot, accounts);
    }

    private static Episode mirroredPositions(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final int[] accounts = stage.random().below(2) == 0 ? stage.newcomers(2) : stage.strangers(2);
        return perp == null || accounts.length < 2 ? null :
            new MirroredPositionEpisode(stage, perp, accounts[0], accounts[1]);
    }

    private static Episode liquidationHunt(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        return perp == null ? null :
            new LiquidationHuntEpisode(stage, perp, stage.spotOf(perp), stage.hands(3));
    }

    private static Episode handOff(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final int[] accounts = stage.newcomers(2 + stage.random().below(HAND_MAX - 1));
        return perp == null || accounts.length < 2 ? null : new HandOffEpisode(stage, perp, accounts);
    }
}
