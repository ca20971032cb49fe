package fds.feeds.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;

/** The recorded channels of one coin: whole books, and trades between two wallets. */
class HyperliquidStreamsTest
{
    private static final String RECORDING = "binance-depth-trades-2024/hyperliquid_btcusd_20250126.log.gz";

    @Test
    void shouldReadBooksAndTrades()
    {
        try (InputFeed feed = Feeds.open(List.of(Recordings.find(RECORDING)), "auto", FeedOptions.none()))
        {
            assertTrue(feed.notes().get(0).contains("read as hyperliquid-streams"), feed.notes().toString());
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals("46 books of 1840 levels, 64 trades", count(reading, "BOOK_CLEAR") + " books of " +
                count(reading, "BOOK") + " levels, " + count(reading, "TRADE") + " trades");
            assertEquals("1737918843542000000,1737918843893903000,BOOK_CLEAR,HYPERLIQUID,BTC,,,,,,,,,,,",
                reading.events.get(0));
            assertEquals("1737918843542000000,1737918843893903000,BOOK,HYPERLIQUID,BTC,,,,,B,105055,3.03622,,,," +
                "snapshot", reading.events.get(1));
            // The seller's offer of 105056 rested, the buyer took it; then a bid rested, and the seller took that.
            assertEquals("1737918794873000000,1737918844167767000,TRADE,HYPERLIQUID,BTC,," +
                "0x6802b4267f7f2bf7003dcf993c51542245b38329,,0xe9ed7e16612d676df804f5aecd16e1f9bf9ec9dd,B,105056," +
                "0.00219,,121451470284048,,last", trade(reading, 0));
            assertEquals("1737918796079000000,1737918844167767000,TRADE,HYPERLIQUID,BTC,," +
                "0x6f90d048a511626ba5a6425db17f377826df336a,,0x6ba2474576769a4ad1578a90ed4d6e3f98f09a3d,S,105055," +
                "0.00219,,85392298469503,,last", trade(reading, 2));
        }
    }

    private static long count(final FeedReading reading, final String kind)
    {
        return reading.events.stream().filter(event -> event.contains("," + kind + ",")).count();
    }

    private static String trade(final FeedReading reading, final int index)
    {
        return reading.events.stream().filter(event -> event.contains(",TRADE,")).skip(index).findFirst().orElse("");
    }
}
