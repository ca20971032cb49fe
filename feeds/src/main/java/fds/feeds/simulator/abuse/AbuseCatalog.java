package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import fds.feeds.simulator.decoy.BookDecoys;
import fds.feeds.simulator.decoy.DecoyCatalog;
import fds.feeds.simulator.decoy.MarketDecoys;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.EpisodeKind;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.SimulatedMarket;

/** Every sort of episode that has a rate, abuse and decoys, with how many there are by default. */
public final class AbuseCatalog
{
    private static final List<EpisodeKind> KINDS = kinds();

    private AbuseCatalog()
    {
    }

    /**
     * All of them.
     *
     * @return in a fixed order: another order would be another flow for the same seed.
     */
    public static List<EpisodeKind> all()
    {
        return KINDS;
    }

    /**
     * The usual rates.
     *
     * @return episodes a million rows, by name.
     */
    public static SortedMap<String, Integer> defaultRates()
    {
        final SortedMap<String, Integer> rates = new TreeMap<>();
        KINDS.forEach(kind -> rates.put(kind.name(), kind.perMillion()));
        return rates;
    }

    private static List<EpisodeKind> kinds()
    {
        final List<EpisodeKind> kinds = new ArrayList<>();
        kinds.add(new EpisodeKind("self_wash", 30, AbuseCatalog::selfWash));
        kinds.add(new EpisodeKind("group_wash", 20, AbuseCatalog::groupWash));
        kinds.add(new EpisodeKind("pair_wash", 10, AbuseCatalog::pairWash));
        kinds.add(new EpisodeKind("quote_stuffing", 5, stage ->
            new StuffingEpisode(stage, stage.anyMarket(), stage.roster().anyTrader(stage.random()))));
        kinds.add(new EpisodeKind("fat_finger", 30, AbuseCatalog::fatFinger));
        kinds.add(new EpisodeKind("decoys", 25, DecoyCatalog::any));
        kinds.addAll(BookKinds.all());
        kinds.addAll(VolumeKinds.all());
        addMarketAbuse(kinds);
        final List<EpisodeKind> bookDecoys = BookDecoys.kinds();
        kinds.add(new EpisodeKind("book_decoys", 20, stage -> any(bookDecoys, stage)));
        kinds.addAll(bookDecoys);
        return List.copyOf(kinds);
    }

    /** Each on demand, and a few of any of them always: they are long, and one moves a market for minutes. */
    private static void addMarketAbuse(final List<EpisodeKind> kinds)
    {
        final List<EpisodeKind> abuse = new ArrayList<>(PriceAbuse.kinds());
        abuse.addAll(DerivativeAbuse.kinds());
        final List<EpisodeKind> decoys = new ArrayList<>(MarketDecoys.kinds());
        decoys.addAll(DerivativeAbuse.decoys());
        kinds.add(new EpisodeKind("market_abuse", 2, stage -> any(abuse, stage)));
        kinds.add(new EpisodeKind("market_decoys", 2, stage -> any(decoys, stage)));
        kinds.addAll(abuse);
        kinds.addAll(decoys);
    }

    private static Episode any(final List<EpisodeKind> kinds, final Stage stage)
    {
        return kinds.get(stage.random().below(kinds.size())).factory().create(stage);
    }

    private static Episode selfWash(final Stage stage)
    {
        return new WashEpisode(stage, stage.anyMarket(), "self_wash", "D01", false,
            stage.roster().anyTrader(stage.random()));
    }

    private static Episode groupWash(final Stage stage)
    {
        final AccountRoster roster = stage.roster();
        final int account = roster.groupedTrader(stage.random());
        return new WashEpisode(stage, stage.anyMarket(), "group_wash", "D02", false, account,
            roster.partnerOf(account, stage.random()));
    }

    private static Episode pairWash(final Stage stage)
    {
        final int[] accounts = stage.strangers(2);
        return accounts.length < 2 ? null :
            new WashEpisode(stage, stage.anyMarket(), "pair_wash", "D03", true, accounts);
    }

    private static Episode fatFinger(final Stage stage)
    {
        final SimulatedMarket market = stage.anyMarket();
        return new FatFingerEpisode(stage, market, stage.knownTrader(market));
    }
}
