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
    private static final int CASCADE_DEVIATIONS = 600;

    private DerivativeAbuse()
    {
    }

    static List<EpisodeKind> kinds()
    {
        return List.of(
            new EpisodeKind("marking_window", 0, DerivativeAbuse::markingWindow),
            new EpisodeKind("mirrored_positions", 0, DerivativeAbuse::mirroredPositions),
            new EpisodeKind("liquidation_hunt", 0, DerivativeAbuse::liquidationHunt),
            new EpisodeKind("liquidation_hand_off", 0, DerivativeAbuse::handOff),
            new EpisodeKind("index_component_attack", 0, DerivativeAbuse::componentAttack),
            new EpisodeKind("reference_fault", 0, DerivativeAbuse::referenceFault),
            new EpisodeKind("collateral_depeg", 0, stage ->
                new CollateralDepegEpisode(stage, stage.smallSpot(), stage.hands(3))),
            new EpisodeKind("liquidation_cascade", 0, stage ->
                cascade(stage, "liquidation_cascade", "D35", CASCADE_DEVIATIONS)),
            new EpisodeKind("cross_product", 0, DerivativeAbuse::crossProduct));
    }

    static List<EpisodeKind> decoys()
    {
        return List.of(new EpisodeKind("decoy_cascade", 0, stage ->
            cascade(stage, "decoy_cascade", "", CASCADE_DEVIATIONS / 2)));
    }

    private static Episode componentAttack(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final SimulatedMarket component = perp == null ? null : stage.componentOf(perp);
        if (component == null)
        {
            return null;
        }
        final int trader = stage.wealthyTrader();
        final int attacker = stage.wealthyTrader(component.venue);
        return trader == attacker ? null : new IndexComponentEpisode(stage, perp, component, trader, attacker);
    }

    private static Episode referenceFault(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        return new ReferenceFaultEpisode(stage,
            perp == null || stage.random().below(2) == 0 ? stage.anyMarket() : perp);
    }

    private static Episode crossProduct(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final SimulatedMarket spot = perp == null ? null : stage.spotOf(perp);
        return spot == null ? null : new CrossProductEpisode(stage, perp, spot, stage.hands(3));
    }

    private static Episode cascade(
        final Stage stage, final String typology, final String detector, final int most)
    {
        final SimulatedMarket perp = stage.anyPerp();
        return perp == null ? null : new CascadeEpisode(stage, perp, typology, detector, most);
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
