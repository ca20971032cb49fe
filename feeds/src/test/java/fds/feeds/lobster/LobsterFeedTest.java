package fds.feeds.lobster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobsterFeedTest
{
    /** 2012-06-21 09:30 in New York, which is four hours behind UTC in summer. */
    private static final String T = "1340285400";

    @TempDir
    Path directory;

    @Test
    void shouldReadEveryTypeOfMessage() throws Exception
    {
        final FeedReading reading = read(
            "34200.004241176,1,16113575,18,5853300,1\n" +
            "34200.1,2,16113575,8,5853300,1\n" +
            "34200.2,4,16113575,5,5853300,1\n" +
            "34200.2,5,0,5,5853350,-1\n" +
            "34200.3,3,16113575,5,5853300,1\n" +
            "34201,7,0,0,-1,-1\n" +
            "34202,7,0,0,0,-1\n" +
            "34203,7,0,0,1,-1\n" +
            "34204,6,-1,200,5853300,1");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            T + "004241176,,NEW,NASDAQ,AAPL,16113575,,,,B,585.33,18,,,,last",
            T + "100000000,,CANCEL,NASDAQ,AAPL,16113575,,,,B,585.33,8,,,,last",
            T + "200000000,,TRADE,NASDAQ,AAPL,16113575,,,,S,585.33,5,,,,last",
            T + "200000000,,TRADE,NASDAQ,AAPL,,,,,B,585.335,5,,,,hidden|last",
            T + "300000000,,CANCEL,NASDAQ,AAPL,16113575,,,,B,585.33,5,,,,last",
            "1340285401000000000,,HALT,NASDAQ,AAPL,,,,,,,,1,,,last",
            "1340285402000000000,,HALT,NASDAQ,AAPL,,,,,,,,1,,quoting resumed,last",
            "1340285403000000000,,HALT,NASDAQ,AAPL,,,,,,,,0,,,last",
            "1340285404000000000,,TRADE,NASDAQ,AAPL,,,,,,585.33,200,,,auction,last"), reading.events);
    }

    @Test
    void shouldNamePlaceAndValueOfBadRows() throws Exception
    {
        final FeedReading reading = read(
            "34200,8,1,18,5853300,1\n34200,1,0,18,5853300,1\n34200,1,1,0,5853300,1\n34200,1,1,18,58.5,1\n" +
            "34200,1,1,18,5853300,0\n86400,1,1,18,5853300,1\n34200,7,0,0,2,-1\n34200,1,1,18,5853300,-");
        assertEquals(List.of("type", "order id", "size", "price", "direction", "time", "price", "direction"),
            reading.failures.stream().map(ex -> ex.field()).toList());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L),
            reading.failures.stream().map(ex -> ex.position()).toList());
        assertEquals(List.of(), reading.events);
    }

    @Test
    void shouldRefuseWhatTellsNoDay()
    {
        final BadInputException stream = assertThrows(BadInputException.class,
            () -> new LobsterFeed(ByteSource.of(new ByteArrayInputStream(new byte[0]), "-")));
        assertEquals("name", stream.field());
        assertEquals("name", assertThrows(BadInputException.class,
            () -> new LobsterFeed(ByteSource.of(directory.resolve("AAPL_2012-02-31_message_10.csv")))).field());
    }

    @Test
    void shouldReadTheRecordingWhole()
    {
        try (LobsterFeed feed = new LobsterFeed(
            ByteSource.of(Recordings.find("lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz"))))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals(471, count(reading, ",NEW,"));
            assertEquals(369, count(reading, ",CANCEL,"));
            assertEquals(98 + 61, count(reading, ",TRADE,"));
            assertEquals(61, count(reading, ",hidden|last"));
            assertTrue(feed.notes().get(1).contains("999 messages, "), feed.notes().toString());
        }
    }

    private static long count(final FeedReading reading, final String part)
    {
        return reading.events.stream().filter(event -> event.contains(part)).count();
    }

    private FeedReading read(final String text) throws Exception
    {
        final Path file = directory.resolve("AAPL_2012-06-21_34200000_57600000_message_10.csv");
        Files.writeString(file, text);
        try (LobsterFeed feed = new LobsterFeed(ByteSource.of(file)))
        {
            return FeedReading.of(feed);
        }
    }
}
