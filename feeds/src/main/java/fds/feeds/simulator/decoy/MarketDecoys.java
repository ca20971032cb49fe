package fds.feeds.simulator.decoy;

import java.util.List;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/** Honest episodes that look like abuse of prices, of derivatives or of what others do not know yet. */
public final class MarketDecoys
{
    private static final int TRIES = 16;

    private MarketDecoys()
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
            new EpisodeKind("decoy_momentum_trader", 0, stage ->
                new MomentumTraderEpisode(stage, stage.anyMarket(), stage.wealthyTrader())),
            new EpisodeKind("decoy_accumulation", 0, stage ->
                new AccumulationEpisode(stage, stage.anyMarket(), stage.wealthyTrader())),
            new EpisodeKind("decoy_funding_hedger", 0, MarketDecoys::fundingHedger),
            new EpisodeKind("decoy_news_jump", 0, stage -> new NewsJumpEpisode(stage, stage.anyMarket())),
            new EpisodeKind("decoy_inventory_at_window", 0, MarketDecoys::inventory),
            new EpisodeKind("decoy_listing_buyer", 0, MarketDecoys::listingBuyer),
            new EpisodeKind("decoy_free_withdrawal", 0, MarketDecoys::freeWithdrawal));
    }

    private static Episode fundingHedger(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        final SimulatedMarket spot = perp == null ? null : stage.spotOf(perp);
        return spot == null ? null : new FundingHedgerEpisode(stage, perp, spot, stage.wealthyTrader());
    }

    private static Episode inventory(final Stage stage)
    {
        final SimulatedMarket perp = stage.anyPerp();
        return perp == null ? null :
            new InventoryAtWindowEpisode(stage, perp, stage.random().below(stage.roster().makerCount()));
    }

    private static Episode listingBuyer(final Stage stage)
    {
        final SimulatedMarket spot = stage.anySpot();
        return spot == null ? null : new ListingBuyerEpisode(stage, spot, stage.roster().anyTrader(stage.random()));
    }

    private static Episode freeWithdrawal(final Stage stage)
    {
        for (int i = 0; i < TRIES; i++)
        {
            final int account = stage.wealthyTrader();
            if (stage.venue().ledger.openPositions(account) == 0)
            {
                return new FreeWithdrawalEpisode(stage, stage.anyMarket(), account);
            }
        }
        return null;
    }
}
