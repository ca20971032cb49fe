package fds.feeds.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.detector.Need;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.partition.Capacity;
import fds.market.partition.Market;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.api.Test;

/**
 * The market's own book, built from snapshot and diffs alone, has after each diff the best prices and quantities that
 * the venue's book ticker has at the same update id.
 */
class BookAgainstTickerTest
{
    private static final String FOLDER = "binance-depth-trades-2024/";
    private static final int REMEMBERED_MAX = 1 << 16;
    private static final Capacity AS_DEFAULT = new Capacity(64, 64, 64, Capacity.DEFAULT.levelsPerSide(), 64, 64);

    /** The newest of many, by update id. */
    private static final class Recent extends LinkedHashMap<Long, List<Long>>
    {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, List<Long>> eldest)
        {
            return size() > REMEMBERED_MAX;
        }
    }

    private final Recent tickers = new Recent();
    private final Recent books = new Recent();
    private final List<Long> ticker = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private long compared;
    private long diffCount;

    @Test
    void shouldBuildTheSpotBookOverBothDays()
    {
        compare(6_400, "spot_btcusdt_20240809.log.gz", "spot_btcusdt_20240808.log.gz");
    }

    @Test
    void shouldBuildTheDollarMarginedBook()
    {
        compare(6_500, "usdm_btcusdt_20240808.log.gz");
    }

    @Test
    void shouldBuildTheCoinMarginedBookOverBothDays()
    {
        compare(39_000, "cm_ethusd_perp_20240808.log.gz", "cm_ethusd_perp_20240809.log.gz");
    }

    private void compare(final long diffsMin, final String... names)
    {
        final List<Path> files = new ArrayList<>();
        for (final String name : names)
        {
            files.add(Recordings.find(FOLDER + name));
        }
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none());
            TestMarket partition = new TestMarket(AS_DEFAULT).needs(Need.BOOK))
        {
            assertEquals(1, feed.instruments().size());
            partition.define(feed.instruments().get(0));
            final InboundEvent inbound = new InboundEvent();
            while (feed.next(inbound))
            {
                onEvent(inbound.event(), partition);
            }
            System.out.println(List.of(names) + ": compared=" + compared + " mismatched=" + mismatches.size() +
                " diffs=" + diffCount + " levels dropped=" + partition.blindSpots());
            feed.notes().forEach(System.out::println);
        }
        assertEquals(List.of(), mismatches);
        assertTrue(compared > 100, "only " + compared + " compared");
        assertTrue(diffCount >= diffsMin, "only " + diffCount + " diffs reached the book");
    }

    private void onEvent(final MarketEvent event, final TestMarket partition)
    {
        final boolean isLast = (event.flags() & Flags.LAST) != 0;
        final long updateId = event.reference();
        if (event.kind() == Kind.BBO)
        {
            ticker.add(event.priceTicks());
            ticker.add(event.quantityLots());
            assertEquals(ticker.size() == 2 ? Side.BUY : Side.SELL, event.side());
            if (isLast)
            {
                final List<Long> quote = List.copyOf(ticker);
                ticker.clear();
                tickers.put(updateId, quote);
                judge(updateId, books.get(updateId), quote);
            }
            return;
        }
        assertTrue(event.kind() != Kind.GAP, "a recording without gaps has one");
        if (event.kind() != Kind.BOOK && event.kind() != Kind.BOOK_CLEAR)
        {
            return;
        }
        final boolean isSnapshot = (event.flags() & Flags.SNAPSHOT) != 0;
        partition.handle(event);
        if (isLast && !isSnapshot)
        {
            diffCount++;
            final Market market = partition.market();
            final List<Long> book =
                List.of(market.bestBidTicks(), market.bestBidLots(), market.bestAskTicks(), market.bestAskLots());
            books.put(updateId, book);
            judge(updateId, tickers.get(updateId), book);
        }
    }

    private void judge(final long updateId, final List<Long> one, final List<Long> other)
    {
        if (one != null)
        {
            compared++;
            if (!one.equals(other))
            {
                mismatches.add(updateId + ": " + one + " and " + other);
            }
        }
    }
}
