package fds.feeds.simulator.abuse;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.AccountRoster;

/** The kinds of abuse that make volume, or pass something on, by trades that were agreed. */
final class VolumeKinds
{
    private VolumeKinds()
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
            new EpisodeKind("circular_trading", 8, stage -> strangers(stage, 3, 6, accounts ->
                new CircularEpisode(stage, stage.anyMarket(), accounts))),
            new EpisodeKind("matched_orders", 10, stage -> strangers(stage, 2, 2, accounts ->
                new MatchedOrdersEpisode(stage, stage.anyMarket(), accounts))),
            new EpisodeKind("money_pass", 6, stage -> strangers(stage, 2, 2, accounts ->
                new MoneyPassEpisode(stage, stage.anyMarket(), accounts))),
            new EpisodeKind("even_sizes", 2, stage -> strangers(stage, 2, 8, accounts ->
                new FabricatedVolumeEpisode(stage, stage.busyMarket(), true, accounts))),
            new EpisodeKind("unround_sizes", 2, stage -> strangers(stage, 2, 8, accounts ->
                new FabricatedVolumeEpisode(stage, stage.busyMarket(), false, accounts))),
            new EpisodeKind("volume_churn", 8, stage ->
                new ChurnEpisode(stage, stage.anyMarket(), oneOrMore(stage))),
            new EpisodeKind("rebate_farming", 4, VolumeKinds::farmers),
            new EpisodeKind("painting_the_tape", 8, VolumeKinds::painters));
    }

    private static Episode strangers(
        final Stage stage, final int fewest, final int most, final Function<int[], Episode> made)
    {
        final int[] accounts = stage.strangers((int)stage.random().between(fewest, most));
        return accounts.length < fewest ? null : made.apply(accounts);
    }

    private static int[] oneOrMore(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        final SimulatorRandom random = stage.random();
        if (random.below(3) > 0)
        {
            return new int[] {roster.anyTrader(random)};
        }
        final int account = roster.groupedTrader(random);
        return new int[] {account, roster.partnerOf(account, random)};
    }

    private static Episode painters(final Stage stage)
    {
        if (stage.random().below(2) == 0)
        {
            return strangers(stage, 2, 3, accounts -> new PaintingEpisode(stage, stage.anyMarket(), accounts));
        }
        final int account = stage.roster().groupedTrader(stage.random());
        return new PaintingEpisode(
            stage, stage.anyMarket(), account, stage.roster().partnerOf(account, stage.random()));
    }

    /** A registered maker with another one, or with traders whose points are worth the fees to them. */
    private static Episode farmers(final Stage stage)
    {
        final SimulatorRandom random = stage.random();
        final int makers = stage.roster().makerCount();
        final int maker = random.below(makers);
        if (random.below(2) == 0)
        {
            final int other = (maker + 1 + random.below(makers - 1)) % makers;
            return new RebateFarmingEpisode(stage, stage.anyMarket(), maker, other);
        }
        final int[] takers = stage.strangers((int)random.between(1, 3));
        final int[] accounts = Arrays.copyOf(new int[] {maker}, 1 + takers.length);
        System.arraycopy(takers, 0, accounts, 1, takers.length);
        return takers.length == 0 ? null : new RebateFarmingEpisode(stage, stage.anyMarket(), accounts);
    }
}
