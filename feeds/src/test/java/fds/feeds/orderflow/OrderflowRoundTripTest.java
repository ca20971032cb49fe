package fds.feeds.orderflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.sun.management.ThreadMXBean;
import fds.feeds.FeedReading;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.owner.AccountOwner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderflowRoundTripTest
{
    @TempDir
    Path directory;

    @Test
    void shouldReadBackWhatWasWritten()
    {
        try (OrderflowWriter writer = new OrderflowWriter(directory))
        {
            final MarketEvent event = new InboundEvent().event();
            assertEquals(1, writer.write(order(event, Kind.NEW, 10, 7, Side.BUY, 100, 5)));
            assertEquals(2, writer.write(order(event, Kind.NEW, 11, 8, Side.SELL, Absent.VALUE, 2)));
            assertEquals(3, writer.write(order(event, Kind.TRADE, 10, 7, Side.SELL, 100, 2)
                .counterOrderId(11).counterAccountId(8)));
            assertEquals(0, writer.write(order(event, Kind.BBO, 0, 0, Side.BUY, 99, 1)));
            assertEquals(4, writer.write(order(event, Kind.BBO, 0, 0, Side.SELL, 101, 1)));
            assertEquals(5, writer.write(order(event, Kind.REPLACE, 10, 7, Side.BUY, 98, 2)));
            assertEquals(6, writer.write(order(event, Kind.CANCEL, 10, 7, Side.BUY, 98, Absent.VALUE)));
            assertEquals(7, writer.write(order(event, Kind.MARK, 0, 0, Side.NONE, 97, Absent.VALUE)));
            assertEquals(8, writer.write(order(event, Kind.INDEX, 0, 0, Side.NONE, 96, Absent.VALUE)));
            writer.owner(7, 103);
            writer.owner(8, 103);
            writer.label("1,WASH_GROUP,1,1,3,2,7;8,3");
        }
        try (OrderflowFeed feed = new OrderflowFeed(directory))
        {
            assertEquals(List.of("I1", "I2"), feed.instruments().stream().map(i -> i.symbol()).toList());
            assertEquals(List.of(new AccountOwner("V1", "7", "103", ""), new AccountOwner("V1", "8", "103", "")),
                feed.accounts());
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals(List.of(
                "1000,,NEW,V1,I2,10,7,,,B,100,5,,,,last",
                "1000,,NEW,V1,I2,11,8,,,S,,2,,,,market|last",
                "1000,,TRADE,V1,I2,10,7,11,8,S,100,2,,,,last",
                "1000,,BBO,V1,I2,,,,,B,99,,,,,",
                "1000,,BBO,V1,I2,,,,,S,101,,,,,last",
                "1000,,REPLACE,V1,I2,10,7,,,B,98,2,,,,last",
                "1000,,CANCEL,V1,I2,10,7,,,B,98,,,,,last",
                "1000,,MARK,V1,I2,,,,,,97,,,,,last",
                "1000,,INDEX,V1,I2,,,,,,96,,,,,last"), reading.events);
        }
        try (OrderflowFeed feed = new OrderflowFeed(directory.resolve("events.bin")))
        {
            final InboundEvent event = new InboundEvent();
            for (int i = 0; i < 4; i++)
            {
                assertTrue(feed.next(event));
            }
            assertEquals(4, event.event().feedSequence());
            assertEquals(0, event.event().flags() & Flags.LAST);
            assertTrue(feed.next(event));
            assertEquals(4, event.event().feedSequence());
        }
    }

    @Test
    void shouldWriteRenamedOrderUnderItsFirstId()
    {
        try (OrderflowWriter writer = new OrderflowWriter(directory))
        {
            final MarketEvent event = new InboundEvent().event();
            writer.write(order(event, Kind.NEW, 10, 7, Side.BUY, 100, 5));
            writer.write(order(event, Kind.REPLACE, 10, 7, Side.BUY, 99, 6).counterOrderId(20));
            writer.write(order(event, Kind.REPLACE, 20, 7, Side.BUY, 98, 6).counterOrderId(30));
            writer.write(order(event, Kind.REPLACE, 30, 7, Side.BUY, 97, 6));
            writer.write(order(event, Kind.TRADE, 30, 7, Side.SELL, 97, 2).counterOrderId(11).counterAccountId(8));
            writer.write(order(event, Kind.CANCEL, 30, 7, Side.BUY, 97, 4));
            writer.write(order(event, Kind.NEW, 30, 7, Side.BUY, 100, 5)); // its own: the other has ended
        }
        try (OrderflowFeed feed = new OrderflowFeed(directory))
        {
            assertEquals(List.of(
                "1000,,NEW,V1,I2,10,7,,,B,100,5,,,,last",
                "1000,,REPLACE,V1,I2,10,7,,,B,99,6,,,,last",
                "1000,,REPLACE,V1,I2,10,7,,,B,98,6,,,,last",
                "1000,,REPLACE,V1,I2,10,7,,,B,97,6,,,,last",
                "1000,,TRADE,V1,I2,10,7,11,8,S,97,2,,,,last",
                "1000,,CANCEL,V1,I2,10,7,,,B,97,4,,,,last",
                "1000,,NEW,V1,I2,30,7,,,B,100,5,,,,last"), FeedReading.of(feed).events);
        }
    }

    @Test
    void shouldRefuseWhatIsNoRecord() throws Exception
    {
        write(20);
        assertFailure("eventType is '9'", 3, 60, (byte)9);
        assertFailure("side is '3'", 3, 61, (byte)3);
        assertFailure("quantityLots is", 3, 47, (byte)0x80);
        assertFailure("priceTicks is", 3, 39, (byte)0x80);
        assertFailure("instrumentId is '16777218'", 3, 59, (byte)1);
        assertFailure("sequence is", 3, 0, (byte)77);
        assertFailure("flags is '1'", 3, 62, (byte)1);
        assertFailure("orderId is", 3, 23, (byte)0x80);
        assertFailure("accountId is", 3, 51, (byte)0x80);
        assertFailure("timestampNanos is", 3, 15, (byte)0x80);

        final Path file = directory.resolve("events.bin");
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 64));
        try (OrderflowFeed feed = new OrderflowFeed(file))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(19, reading.events.size());
            assertTrue(reading.failures.get(0).getMessage().contains("20 records as meta.txt says"));
        }
        Files.write(directory.resolve("owners.bin"), new byte[7]);
        assertThrows(BadInputException.class, () -> new OrderflowFeed(file));
        assertThrows(BadInputException.class, () -> new OrderflowFeed(directory.resolve("none.bin")));
    }

    @Test
    void shouldNotAllocate() throws Exception
    {
        write(200_000);
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        final InboundEvent event = new InboundEvent();
        try (OrderflowFeed feed = new OrderflowFeed(directory))
        {
            for (int i = 0; i < 100_000; i++)
            {
                assertTrue(feed.next(event));
            }
            final long before = threads.getThreadAllocatedBytes(thread);
            long count = 0;
            while (feed.next(event))
            {
                count++;
            }
            final long allocated = threads.getThreadAllocatedBytes(thread) - before;
            assertEquals(100_000, count);
            assertTrue(allocated < 1024, "allocated " + allocated);
        }
    }

    @Test
    void shouldRefuseToWriteHalfAPair()
    {
        final MarketEvent event = new InboundEvent().event();
        final OrderflowWriter writer = new OrderflowWriter(directory);
        writer.write(order(event, Kind.BBO, 0, 0, Side.BUY, 99, 1));
        assertThrows(IllegalArgumentException.class,
            () -> writer.write(order(event, Kind.MARK, 0, 0, Side.NONE, 99, Absent.VALUE)));
        assertThrows(IllegalArgumentException.class, writer::close);
        assertFalse(OrderflowWriter.isWritable(Kind.DEPOSIT));
    }

    private void write(final int count)
    {
        try (OrderflowWriter writer = new OrderflowWriter(directory))
        {
            final MarketEvent event = new InboundEvent().event();
            for (int i = 0; i < count; i++)
            {
                writer.write(order(event, Kind.NEW, i + 1, 7, Side.BUY, 100, 5));
            }
        }
    }

    private void assertFailure(final String message, final int record, final int offset, final byte value)
        throws Exception
    {
        final Path file = directory.resolve("events.bin");
        final byte[] good = Files.readAllBytes(file);
        final byte[] bad = good.clone();
        bad[(record - 1) * 64 + offset] = value;
        Files.write(file, bad);
        try (OrderflowFeed feed = new OrderflowFeed(file))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertTrue(reading.failures.get(0).getMessage().contains(message), reading.failures.get(0).getMessage());
            assertEquals(record, reading.failures.get(0).position());
            assertTrue(reading.events.size() >= 18);
        }
        assertEquals(7, ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(48));
        Files.write(file, good);
    }

    private static MarketEvent order(final MarketEvent event, final int kind, final long order, final long account,
        final int side, final long price, final long quantity)
    {
        return event.clear().kind(kind).venueTimeNanos(1000).instrumentId(2).orderId(order).accountId(account)
            .side(side).priceTicks(price).quantityLots(quantity);
    }
}
