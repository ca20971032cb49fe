package fds.feeds.lobster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import fds.feeds.FeedMarket;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

/** The book that the market makes of LOBSTER's messages is LOBSTER's own book, wherever that can be known. */
class LobsterBookTest
{
    private static final String MESSAGES = "lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz";
    private static final String BOOK = "lobster-aapl-998/AAPL_2012-06-21_orderbook_10.csv.gz";

    @Test
    void shouldBuildThePublishedBookLevelByLevel() throws Exception
    {
        final PublishedSide bids = new PublishedSide(true);
        final PublishedSide asks = new PublishedSide(false);
        final Set<Long> seen = new HashSet<>();
        int messages = 0;
        int crossed = 0;
        int older = 0;
        try (FeedMarket market = new FeedMarket(new LobsterFeed(ByteSource.of(Recordings.find(MESSAGES))));
            BufferedReader book = new BufferedReader(new InputStreamReader(
                ByteSource.of(Recordings.find(BOOK)).open(), StandardCharsets.US_ASCII)))
        {
            while (market.next())
            {
                messages++;
                final MarketEvent event = market.event.event();
                final boolean isTrade = event.kind() == Kind.TRADE;
                if (event.kind() == Kind.NEW)
                {
                    seen.add(event.orderId());
                }
                else if (event.orderId() != 0 && !seen.contains(event.orderId()))
                {
                    older++;
                    final boolean isBid = event.side() == Side.BUY ^ isTrade; // of a trade it is the aggressor's
                    (isBid ? bids : asks).reduceOlder(event.priceTicks(), event.quantityLots());
                }
                final String[] cells = book.readLine().split(",");
                bids.compare(cells, market.market().bids(), "message " + messages);
                asks.compare(cells, market.market().asks(), "message " + messages);
                crossed += market.isCrossed() ? 1 : 0;
            }
            assertEquals(null, book.readLine());
            assertEquals(0, market.market().counters().overfills());
        }
        final long compared = bids.compared + asks.compared;
        System.out.println("LOBSTER book: messages=" + messages + " levels compared=" + compared + " mismatched=" +
            (bids.mismatched + asks.mismatched) + " first seen=" + (bids.anchored + asks.anchored) +
            " ended out of sight=" + (bids.ended + asks.ended) +
            " messages of older orders=" + older + " crossed=" + crossed);
        assertEquals("", bids.firstMismatch + asks.firstMismatch);
        assertEquals(999, messages);
        assertEquals(0, crossed);
        assertTrue(compared > 999 * 19, "only " + compared + " levels could be compared");
        assertEquals(999 * 20L, compared + bids.anchored + asks.anchored);
    }
}
