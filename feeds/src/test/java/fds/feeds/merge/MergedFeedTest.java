package fds.feeds.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFeedTest
{
    private static final String HEADER =
        "timestamp_ns,receive_ns,kind,venue,instrument,side,price,quantity,value,flags\n";

    @TempDir
    Path directory;

    @Test
    void shouldOrderByTimeThenArgumentThenRow() throws Exception
    {
        final Path a = file("a.csv",
            "5,,MARK,A,BTC,,1,,,\n5,,MARK,A,BTC,,2,,,\n9,,MARK,A,BTC,,3,,,\n4,,MARK,A,BTC,,4,,,\n");
        final Path b = file("b.csv", "1,5,MARK,B,BTC,,5,,,\n1,6,MARK,B,BTC,,6,,,\n1,10,MARK,B,BTC,,7,,,\n");
        assertEquals(List.of(
            "5,,MARK,A,BTC,,,,,,1,,,,,last", "5,,MARK,A,BTC,,,,,,2,,,,,last", "1,5,MARK,B,BTC,,,,,,5,,,,,last",
            "1,6,MARK,B,BTC,,,,,,6,,,,,last", "9,,MARK,A,BTC,,,,,,3,,,,,last", "4,,MARK,A,BTC,,,,,,4,,,,,last",
            "1,10,MARK,B,BTC,,,,,,7,,,,,last"), read(a, b).events);
        assertEquals("1,5,MARK,B,BTC,,,,,,5,,,,,last", read(b, a).events.get(0));
    }

    @Test
    void shouldUnifyInstrumentsAndRescale() throws Exception
    {
        final Path a = file("a.csv", "1,,TRADE,V,BTC,B,100.5,1,,\n2,,NEWS,W,,,,,,\n");
        final Path b = file("b.csv", "1,,MARK,V,ETH,,7,,,\n2,,TRADE,V,BTC,B,100.25,0.001,,\n3,,POSITION,V,BTC,,,,,\n");
        try (InputFeed feed = Feeds.open(List.of(a, b), "csv", FeedOptions.none()))
        {
            assertEquals(List.of("BTC", "ETH"), feed.instruments().stream().map(i -> i.symbol()).toList());
            assertEquals(List.of("V", "W"), feed.venues());
            assertEquals(-2, feed.instruments().get(0).tickExponent());
            assertEquals(-3, feed.instruments().get(0).lotExponent());
            final InboundEvent event = new InboundEvent();
            feed.next(event);
            assertEquals(10050, event.event().priceTicks());
            assertEquals(1000, event.event().quantityLots());
            assertEquals(1, event.event().feedId());
            feed.next(event);
            assertEquals(2, event.event().instrumentId());
            assertEquals(2, event.event().feedId());
            feed.next(event);
            assertEquals(2, event.event().venueId());
        }
        final FeedReading reading = read(a, b);
        assertEquals("2,,TRADE,V,BTC,,,,,B,100.25,0.001,,,,last", reading.events.get(3));
        assertEquals(1, reading.failures.size());
        assertEquals("account", reading.failures.get(0).field());
    }

    @Test
    void shouldKeepAMessageTogetherAndGoPastBadRows() throws Exception
    {
        final Path a = file("a.csv", "1,,BOOK,A,BTC,B,1,1,,\n3,,BOOK,A,BTC,S,1,1,,last\n4,,BOOK,A,BTC,S,1,1,,last\n");
        final Path b = file("b.csv", "2,,MARK,B,BTC,,x,,,\n2,,MARK,B,BTC,,6,,,\n");
        final FeedReading reading = read(a, b);
        assertEquals(List.of("1,,BOOK,A,BTC,,,,,B,1,1,,,,", "3,,BOOK,A,BTC,,,,,S,1,1,,,,last",
            "2,,MARK,B,BTC,,,,,,6,,,,,last", "4,,BOOK,A,BTC,,,,,S,1,1,,,,last"), reading.events);
        assertEquals(1, reading.failures.size());
    }

    @Test
    void shouldRefuseContradictions() throws Exception
    {
        final Path one = Files.createDirectories(directory.resolve("one"));
        final Path two = Files.createDirectories(directory.resolve("two"));
        for (final Path at : List.of(one, two))
        {
            Files.writeString(at.resolve("in.csv"), HEADER);
            Files.writeString(at.resolve("accounts.csv"), "account,owner_group\na," + at.getFileName() + "\n");
        }
        assertThrows(BadInputException.class, () -> read(one.resolve("in.csv"), two.resolve("in.csv")));
        Files.writeString(two.resolve("accounts.csv"), "account,owner_group\na,one\nb,two\n");
        assertEquals(List.of(), read(one.resolve("in.csv"), two.resolve("in.csv")).failures);
        Files.writeString(one.resolve("instruments.csv"), "instrument,tick_size,lot_size\nX,0.5,1\n");
        Files.writeString(two.resolve("instruments.csv"), "instrument,tick_size,lot_size\nX,0.3,1\n");
        assertThrows(BadInputException.class, () -> read(one.resolve("in.csv"), two.resolve("in.csv")));
    }

    private Path file(final String name, final String rows) throws Exception
    {
        return Files.writeString(directory.resolve(name), HEADER + rows);
    }

    private static FeedReading read(final Path... files)
    {
        try (InputFeed feed = Feeds.open(List.of(files), "auto", FeedOptions.none()))
        {
            return FeedReading.of(feed);
        }
    }
}
