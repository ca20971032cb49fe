package fds.feeds.cme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmeMboFeedTest
{
    private static final String HEADER =
        "ts_recv_ns,ts_event_ns,instrument_id,order_id,price,size,action,side,flags,channel_id,sequence\n";

    @TempDir
    Path directory;

    @Test
    void shouldTradeWhatIsFilledAndTakeItOutOnce() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1000,900,7,0,,0,R,N,40,0,0\n" +
            "1000,900,7,11,10.25,5,A,A,40,0,1\n" +
            "1000,900,7,12,10.25,9,A,A,168,0,1\n" +
            "1001,901,7,13,10.25,7,T,B,0,0,2\n" +
            "1001,901,7,11,10.25,5,F,A,0,0,2\n" +
            "1001,901,7,12,10.25,2,F,A,0,0,2\n" +
            "1002,901,7,11,10.25,5,C,A,0,0,3\n" +
            "1002,901,7,12,10.25,7,M,A,130,0,3\n" +
            "1003,903,7,12,10.5,7,M,A,130,0,4\n" +
            "1004,904,7,12,10.5,7,C,A,130,0,5\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "900,1000,NEW,CME,7,11,,,,S,10.25,5,,,,snapshot",
            "900,1000,NEW,CME,7,12,,,,S,10.25,9,,,,snapshot|last",
            "901,1001,TRADE,CME,7,11,,13,,B,10.25,5,,,,",
            "901,1001,TRADE,CME,7,12,,13,,B,10.25,2,,,,last",
            "903,1003,REPLACE,CME,7,12,,,,S,10.5,7,,,,last",
            "904,1004,CANCEL,CME,7,12,,,,S,10.5,7,,,,last"), reading.events);
    }

    @Test
    void shouldTellWhatMetNoOrderAndWhatWasCleared() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1000,900,7,11,10.25,5,A,A,130,0,1\n" +
            "1000,900,8,11,20,5,A,B,130,0,1\n" +
            "1001,901,7,0,10.25,4,T,B,130,0,2\n" +
            "1002,902,7,9,10.5,3,C,A,130,0,3\n" +
            "1003,903,7,0,,0,R,N,130,0,4\n" +
            "1004,904,7,11,10.25,5,A,A,130,0,5\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "900,1000,NEW,CME,7,11,,,,S,10.25,5,,,,last",
            "900,1000,NEW,CME,8,11,,,,B,20,5,,,,last",
            "901,1001,TRADE,CME,7,,,,,B,10.25,4,,,,last",
            "902,1002,CANCEL,CME,7,9,,,,S,10.5,3,,,,last",
            "903,1003,CANCEL,CME,7,11,,,,S,10.25,5,,,book cleared,last",
            "904,1004,NEW,CME,7,11,,,,S,10.25,5,,,,last"), reading.events);
    }

    @Test
    void shouldNamePlaceAndValueOfBadRows() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1000,900,7,11,10.25,5,A,A,130,0,1\n" +
            "1000,900,7,11,10.25,5,A,A,130,0,1\n" +
            "1000,900,7,12,10.25,5,X,A,130,0,1\n" +
            "1000,900,7,12,10.25,5,A,N,130,0,1\n" +
            "1000,900,7,12,,5,A,A,130,0,1\n" +
            "1000,900,7,12,10.25,0,A,A,130,0,1\n" +
            "1000,900,7,0,10.25,5,C,A,130,0,1\n" +
            "1000,900,7,12,10.25,5,A,A,256,0,1\n" +
            "0,900,7,12,10.25,5,A,A,130,0,1\n" +
            "1000,900,x,12,10.25,5,A,A,130,0,1\n" +
            "1000,900,7,12,10.25,5,A,A,130,0,1");
        assertEquals(List.of("order_id", "action", "side", "price", "size", "order_id", "flags", "ts_recv_ns",
            "instrument_id", "row"), reading.failures.stream().map(ex -> ex.field()).toList());
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L),
            reading.failures.stream().map(ex -> ex.position()).toList());
        assertEquals(1, reading.events.size());
    }

    @Test
    void shouldReadTheRecordingWhole()
    {
        try (CmeMboFeed feed = new CmeMboFeed(
            ByteSource.of(Recordings.find("cme-es-mbo-2024/es_20240508_2s_mbo.csv.gz"))))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals(13_678, count(reading, ",NEW,"));
            assertEquals(5, count(reading, ",TRADE,"));
            // Of 80 C rows 2, and of 27 M rows 3, only take out what an F has told.
            assertEquals(80 - 2, count(reading, ",CANCEL,"));
            assertEquals(27 - 3, count(reading, ",REPLACE,"));
            assertTrue(feed.notes().get(feed.notes().size() - 1).contains(" 0 of orders that rested before"),
                feed.notes().toString());
        }
    }

    private static long count(final FeedReading reading, final String part)
    {
        return reading.events.stream().filter(event -> event.contains(part)).count();
    }

    private FeedReading read(final String text) throws Exception
    {
        try (CmeMboFeed feed = new CmeMboFeed(
            ByteSource.of(Files.writeString(directory.resolve("mbo.csv"), text))))
        {
            return FeedReading.of(feed);
        }
    }
}
