package fds.feeds.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The books that recordings make have had each best price that the venue tells by another channel: at the same number
 * of an update, or else within five seconds; and they are not crossed behind a message. Two quotes have no match: OKX
 * tells its book only every 100 ms, and a ticker of Bitfinex is of before the recording.
 */
class BookAgainstVenueTest
{
    private static final long WITHIN_NANOS = 5_000_000_000L;

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "BITFINEX.ws.11.0.log.gz; 1600; 14; 1; 0",
        "BINANCE.http.0.0.log.gz BINANCE.ws.1.0.log.gz; 176; 26; 0; 0",
        "BINANCE_DELIVERY.http.0.0.log.gz BINANCE_DELIVERY.ws.1.0.log.gz; 871; 70; 0; 0",
        "BINANCE_FUTURES.http.0.0.log.gz BINANCE_FUTURES.ws.1.0.log.gz; 370; 25; 0; 0",
        "BITMEX.ws.1.0.log.gz; 1524; 314; 0; 0",
        "BITSTAMP.http.0.0.log.gz BITSTAMP.ws.1.0.log.gz; 419; 0; 0; 0",
        "BYBIT.ws.25.0.log.gz BYBIT.ws.26.0.log.gz; 2799; 0; 0; 0",
        "COINBASE.ws.28.0.log.gz; 5133; 28; 0; 0",
        "DERIBIT.ws.1.0.log.gz; 39; 53; 0; 0",
        "DYDX.ws.1.0.log.gz; 4663; 0; 0; 0",
        "HUOBI_SWAP.ws.1.0.log.gz; 1229; 0; 0; 0",
        "KRAKEN_FUTURES.ws.1.0.log.gz; 750; 25; 0; 0",
        "OKX.ws.1.0.log.gz; 192; 1; 1; 0",
        "PHEMEX.ws.1.0.log.gz; 1337; 0; 0; 0",
        "UPBIT.ws.62.0.log.gz; 145; 0; 0; 0"
    })
    void shouldHaveTheBestPricesThatTheVenueTells(
        final String names, final int messages, final int compared, final int mismatched, final int crossed)
    {
        final List<Path> files =
            Arrays.stream(names.split(" ")).map(name -> Recordings.find("cex-ws-raw/" + name)).toList();
        final Map<Integer, PlainBook> books = new TreeMap<>();
        final List<String> notes;
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            final InboundEvent event = new InboundEvent();
            while (feed.next(event))
            {
                final long time = event.receiveTimeNanos() == Absent.VALUE ?
                    event.event().venueTimeNanos() : event.receiveTimeNanos();
                books.computeIfAbsent(event.event().instrumentId(), id -> new PlainBook()).take(event.event(), time);
            }
            notes = feed.notes();
        }
        final List<String> mismatches = new ArrayList<>();
        books.values().forEach(book -> mismatches.addAll(book.mismatches(WITHIN_NANOS)));
        final String told = "messages " + books.values().stream().mapToLong(book -> book.messages).sum() +
            ", compared " + books.values().stream().mapToLong(book -> book.compared).sum() +
            ", mismatched " + mismatches.size() +
            ", crossed " + books.values().stream().mapToLong(book -> book.crossed).sum();
        System.out.println(names + ": " + told + "; " + notes.get(notes.size() - 2));
        assertEquals("messages " + messages + ", compared " + compared + ", mismatched " + mismatched +
            ", crossed " + crossed, told, () -> mismatches.stream().limit(5).toList().toString());
    }
}
