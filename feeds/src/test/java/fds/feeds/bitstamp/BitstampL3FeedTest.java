package fds.feeds.bitstamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitstampL3FeedTest
{
    private static final String HEADER = "id,timestamp,exchange.timestamp,price,volume,action,direction\n";

    @TempDir
    Path directory;

    @Test
    void shouldPairNeighbouringSides() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "10,1000,1000,236.47,300,created,ask\n" +
            "11,1100,1000,236.50,200,created,bid\n" +
            "11,1110,1000,236.50,0,deleted,bid\n" +
            "10,1112,1000,236.47,98,changed,ask\n" +
            "9,1200,900,236.47,0,deleted,bid\n" +
            "10,1201,1000,236.47,0,deleted,ask\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "1000000000,1000000000,NEW,BITSTAMP,BTC/USD,10,,,,S,236.47,0.000003,,,,last",
            "1000000000,1100000000,NEW,BITSTAMP,BTC/USD,11,,,,B,236.5,0.000002,,,,last",
            "1112000000,1112000000,TRADE,BITSTAMP,BTC/USD,10,,11,,B,236.47,0.000002,,,,last",
            "1201000000,1201000000,TRADE,BITSTAMP,BTC/USD,9,,10,,S,236.47,0.000001,,,,last"), reading.events);
    }

    @Test
    void shouldTellWhatCannotBePaired() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "10,1000,1000,236.47,300,created,ask\n" +
            "10,1010,1000,236.47,200,changed,ask\n" +
            "10,1020,1000,236.40,200,changed,ask\n" +
            "11,1030,1000,236.00,200,created,bid\n" +
            "11,1040,1000,236.00,150,deleted,bid\n" +
            "10,1050,1000,236.40,0,deleted,ask\n" +
            "5,1060,1000,230.00,0,deleted,bid\n" +
            "6,1070,1000,230.00,10,changed,ask\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "1000000000,1000000000,NEW,BITSTAMP,BTC/USD,10,,,,S,236.47,0.000003,,,,last",
            "1010000000,1010000000,REPLACE,BITSTAMP,BTC/USD,10,,,,S,236.47,0.000002,,," +
            "\"fill, other side not told\",last",
            "1020000000,1020000000,REPLACE,BITSTAMP,BTC/USD,10,,,,S,236.4,0.000002,,,,last",
            "1000000000,1030000000,NEW,BITSTAMP,BTC/USD,11,,,,B,236,0.000002,,,,last",
            "1040000000,1040000000,CANCEL,BITSTAMP,BTC/USD,11,,,,B,236,0.000002,,,,last",
            "1050000000,1050000000,CANCEL,BITSTAMP,BTC/USD,10,,,,S,236.4,0.000002,,," +
            "\"filled, other side not told\",last",
            "1060000000,1060000000,CANCEL,BITSTAMP,BTC/USD,5,,,,B,230,,,,\"filled, other side not told\",last",
            "1070000000,1070000000,REPLACE,BITSTAMP,BTC/USD,6,,,,S,230,0.0000001,,,,last"), reading.events);
    }

    @Test
    void shouldLeaveNoGhostOfRounding() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "10,1000,1000,236.47,300,created,ask\n" +
            "11,1100,1000,236.50,302,created,bid\n" +
            "10,1110,1000,236.47,0,deleted,ask\n" +
            "11,1111,1000,236.50,0,deleted,bid\n");
        assertEquals(List.of(
            "1111000000,1111000000,TRADE,BITSTAMP,BTC/USD,10,,11,,B,236.47,0.000003,,,,last",
            "1111000000,1111000000,CANCEL,BITSTAMP,BTC/USD,11,,,,B,236.5,0.00000002,,,rounding,last"),
            reading.events.subList(2, 4));
    }

    @Test
    void shouldNamePlaceAndValueOfBadRows() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "10,1000,1000,236.471,300,created,ask\n" +
            "10,1000,1000,236.47,3.5,created,ask\n" +
            "10,1000,1000,236.47,300,made,ask\n" +
            "10,1000,1000,236.47,300,created,up\n" +
            "0,1000,1000,236.47,300,created,ask\n" +
            "10,1000,1000,236.47,300,created,ask\n" +
            "10,1000,1000,236.47,300,created,ask\n" +
            "10,1000,1000,236.47,300,created,ask");
        assertEquals(List.of("price", "volume", "action", "direction", "id", "id", "row"),
            reading.failures.stream().map(ex -> ex.field()).toList());
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L, 8L, 9L),
            reading.failures.stream().map(ex -> ex.position()).toList());
        assertEquals(1, reading.events.size());
    }

    @Test
    void shouldReadTheRecordingWhole()
    {
        final Path file = Recordings.find("bitstamp-l3-2015/orders.csv.gz");
        try (BitstampL3Feed feed = new BitstampL3Feed(ByteSource.of(file), false))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals(13_449, count(reading, ",NEW,"));
            final long trades = count(reading, ",TRADE,");
            final long rounding = count(reading, ",rounding,");
            // 13,450 deletions and 360 changes: each is one side of a trade, or an event of its own.
            assertEquals(13_450 + 360,
                2 * trades + count(reading, ",CANCEL,") - rounding + count(reading, ",REPLACE,"));
            // The venue's own trade messages in the same hours are 332; one of them had its other side cancelled.
            assertEquals(331, trades);
            assertTrue(feed.notes().get(1).contains("27259 rows; 331 trades paired"), feed.notes().toString());
        }
    }

    @Test
    void shouldPairWhatTheVenueItselfCallsTrades() throws Exception
    {
        final Path orders = Recordings.find("bitstamp-l3-2015/orders.csv.gz");
        final Path log = Recordings.find("bitstamp-l3-2015/pusher_feed.log.gz");
        final List<BigDecimal[]> told = new ArrayList<>(); // price, amount
        final Pattern trade = Pattern.compile("\\d+ trade \\{\"price\": ([^,]+), \"amount\": ([^,]+),.*");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(ByteSource.of(log).open(), UTF_8)))
        {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
            {
                final Matcher matcher = trade.matcher(line);
                if (matcher.matches())
                {
                    told.add(new BigDecimal[]{ new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2)) });
                }
            }
        }
        int same = 0;
        int paired = 0;
        final Set<Integer> taken = new HashSet<>();
        try (BitstampL3Feed feed = new BitstampL3Feed(ByteSource.of(orders), false))
        {
            for (final String row : FeedReading.of(feed).events)
            {
                final String[] cells = row.split(",", -1);
                if (!"TRADE".equals(cells[2]))
                {
                    continue;
                }
                paired++;
                for (int i = Math.max(paired - 3, 0); i < Math.min(paired + 3, told.size()); i++)
                {
                    // The log writes floating-point numbers, such as 236.61000000000001.
                    final BigDecimal priceOff = told.get(i)[0].subtract(new BigDecimal(cells[10])).abs();
                    final BigDecimal amountOff = told.get(i)[1].subtract(new BigDecimal(cells[11])).abs();
                    if (priceOff.compareTo(new BigDecimal("0.001")) < 0 &&
                        amountOff.compareTo(new BigDecimal("0.0000001")) <= 0 && taken.add(i))
                    {
                        same++;
                        break;
                    }
                }
            }
        }
        assertEquals(332, told.size());
        assertEquals(paired, same, "trades paired from order events that are the venue's own");
    }

    @Test
    void shouldReadTheLogLikeTheTable()
    {
        final Path orders = Recordings.find("bitstamp-l3-2015/orders.csv.gz");
        final Path log = Recordings.find("bitstamp-l3-2015/pusher_feed.log.gz");
        try (BitstampL3Feed table = new BitstampL3Feed(ByteSource.of(orders), false);
            BitstampL3Feed messages = new BitstampL3Feed(ByteSource.of(log), true))
        {
            final FeedReading expected = FeedReading.of(table);
            final FeedReading reading = FeedReading.of(messages);
            assertEquals(List.of(), reading.failures);
            assertEquals(expected.events.size(), reading.events.size());
            for (int i = 0; i < expected.events.size(); i++)
            {
                // The table has every third volume one satoshi short of the log; all else is the same.
                final String[] one = expected.events.get(i).split(",", -1);
                final String[] other = reading.events.get(i).split(",", -1);
                final BigDecimal off = new BigDecimal("0" + one[11]).subtract(new BigDecimal("0" + other[11])).abs();
                assertTrue(off.compareTo(new BigDecimal("0.0000001")) <= 0, reading.events.get(i));
                one[11] = "";
                other[11] = "";
                assertEquals(List.of(one), List.of(other));
            }
        }
    }

    private FeedReading read(final String text) throws Exception
    {
        final Path file = directory.resolve("orders.csv");
        Files.writeString(file, text);
        try (BitstampL3Feed feed = new BitstampL3Feed(ByteSource.of(file), false))
        {
            return FeedReading.of(feed);
        }
    }

    private static long count(final FeedReading reading, final String part)
    {
        return reading.events.stream().filter(row -> row.contains(part)).count();
    }
}
