package fds.feeds.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.feeds.source.ByteSource;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRoundTripTest
{
    private static final List<Instrument> INSTRUMENTS = List.of(
        instrument(1, 1, "V1", "BTC-PERP", InstrumentType.PERP, 5, -1, 1, -3),
        instrument(2, 1, "V1", "ETH/USD, \"spot\"", InstrumentType.SPOT, 1, -2, 1, -8),
        instrument(3, 2, "Börse", "POOL", InstrumentType.POOL, 1, -18, 1, 0),
        instrument(4, 2, "Börse", "USDT", InstrumentType.ASSET, 1, -6, 25, 2));
    private static final String[] TEXTS = { "0x" + "ab".repeat(32), "alice", "a,b", "say \"hi\"", "Ünï", "007", "-5",
        "9223372036854775808", "550e8400-e29b-41d4-a716-446655440000" };

    @TempDir
    Path directory;

    @Test
    void shouldReadBackWhatWasWritten() throws Exception
    {
        final Random random = new Random(11);
        final List<InboundEvent> written = new ArrayList<>();
        for (int i = 0; i < 20_000; i++)
        {
            written.add(event(random, i + 1));
        }
        written.get(written.size() - 1).event().flags(Flags.LAST);
        final List<AccountOwner> accounts = List.of(
            new AccountOwner("V1", "alice", "g,1", "market_maker"), new AccountOwner("Börse", "12", "", ""));
        Files.writeString(directory.resolve("instruments.csv"), CsvWriter.instrumentsCsv(INSTRUMENTS));
        Files.writeString(directory.resolve("accounts.csv"), CsvWriter.accountsCsv(accounts));
        final Path file = directory.resolve("events.csv");
        try (OutputStream out = Files.newOutputStream(file);
            CsvWriter writer = new CsvWriter(out, INSTRUMENTS, List.of("V1", "Börse"), IdTexts.NONE))
        {
            written.forEach(writer::write);
        }

        try (CsvFeed feed = new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE))
        {
            assertEquals(INSTRUMENTS, feed.instruments());
            assertEquals(accounts, feed.accounts());
            assertEquals(List.of("V1", "Börse"), feed.venues());
            final InboundEvent read = new InboundEvent();
            for (final InboundEvent expected : written)
            {
                assertTrue(feed.next(read));
                assertArrayEquals(bytes(expected), bytes(read), () -> "row " + expected.event().feedSequence() + " " +
                    Kind.nameOf(expected.event().kind()));
            }
            assertFalse(feed.next(read));
            assertFalse(feed.next(read));
        }
    }

    @Test
    void shouldWriteTextsBehindIds() throws Exception
    {
        final InboundEvent event = new InboundEvent().clear();
        event.event().kind(Kind.OWNER_GROUP).venueId(1).engineTimeNanos(7).venueTimeNanos(5).accountId(-1).reference(-2)
            .reasonId(-3).flags(Flags.LAST);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out, INSTRUMENTS, List.of(), (venue, space, id) -> space + ":" + id))
        {
            writer.write(event.event());
        }
        assertEquals("timestamp_ns,receive_ns,kind,venue,instrument,order_id,account,counter_order_id," +
            "counter_account,side,price,quantity,value,ref,reason,flags\n" +
            "5,7,OWNER_GROUP,V1,,,2:-1,,,,,,,5:-2,4:-3,last\n", out.toString(StandardCharsets.UTF_8));
    }

    private static InboundEvent event(final Random random, final long row)
    {
        final InboundEvent event = new InboundEvent().clear();
        final MarketEvent fields = event.event();
        KindRule rule = null;
        while (rule == null)
        {
            rule = KindRule.of(random.nextInt(Kind.COUNT));
        }
        fields.kind(rule.kind()).feedId(1).feedSequence(row).venueTimeNanos(random.nextLong() >>> 2)
            .flags(random.nextInt(1 << 13));
        if (random.nextBoolean())
        {
            event.receiveTimeNanos(random.nextLong() >>> 2);
        }
        fields.venueId(1 + random.nextInt(2));
        final Instrument instrument = has(random, rule, Column.INSTRUMENT) ? INSTRUMENTS.get(random.nextInt(4)) : null;
        if (instrument != null)
        {
            fields.instrumentId(instrument.id()).venueId(instrument.venueId());
        }
        final boolean isNew = rule.kind() == Kind.NEW || rule.kind() == Kind.ORDER_REQUEST;
        final boolean isMarket = (fields.flags() & Flags.MARKET) != 0;
        if (isNew ? !isMarket : has(random, rule, Column.PRICE))
        {
            fields.priceTicks(1 + (random.nextLong() >>> 1) % instrument.priceMaxTicks());
        }
        if (rule.kind() == Kind.BBO && fields.priceTicks() == Absent.VALUE)
        {
            fields.quantityLots(0); // a side without a price is an empty one
        }
        else if (has(random, rule, Column.QUANTITY))
        {
            fields.quantityLots((random.nextLong() >>> 1) % instrument.quantityMaxLots() +
                (rule.quantityPositive() ? 1 : 0));
        }
        if (has(random, rule, Column.SIDE))
        {
            fields.side(1 + random.nextInt(2));
        }
        if (has(random, rule, Column.VALUE))
        {
            fields.value(switch (rule.valueUnit())
            {
                case TICKS -> 1 + (random.nextLong() >>> 1) % instrument.priceMaxTicks();
                case LOTS -> random.nextLong() % instrument.quantityMaxLots();
                case RATE, SCORE -> random.nextInt();
                case WEIGHT -> random.nextInt(1_000_000_001);
                case FLAG -> random.nextInt(2);
                case TIME, INTEGER -> random.nextLong() >>> 2;
                case NONE -> throw new AssertionError();
            });
        }
        id(random, rule, Column.ORDER_ID, event, TextField.ORDER);
        id(random, rule, Column.COUNTER_ORDER_ID, event, TextField.COUNTER_ORDER);
        id(random, rule, Column.ACCOUNT, event, TextField.ACCOUNT);
        id(random, rule, Column.COUNTER_ACCOUNT, event, TextField.COUNTER_ACCOUNT);
        id(random, rule, Column.REASON, event, TextField.REASON);
        if (rule.refIsTime())
        {
            fields.reference(1 + (random.nextLong() >>> 3));
        }
        else
        {
            id(random, rule, Column.REF, event, TextField.REFERENCE);
        }
        return event;
    }

    private static void id(
        final Random random, final KindRule rule, final Column column, final InboundEvent event, final TextField field)
    {
        if (has(random, rule, column))
        {
            final String text = random.nextBoolean() ? TEXTS[random.nextInt(TEXTS.length)] :
                Long.toString(1 + (random.nextLong() >>> 2));
            assertTrue(event.id(field, text));
        }
    }

    private static boolean has(final Random random, final KindRule rule, final Column column)
    {
        return (rule.required() & column.bit()) != 0 || (rule.optional() & column.bit()) != 0 && random.nextBoolean();
    }

    private static byte[] bytes(final InboundEvent event)
    {
        final byte[] bytes = new byte[InboundEvent.LENGTH];
        final InboundEvent copy = new InboundEvent(new UnsafeBuffer(bytes), 0);
        copy.clear();
        event.event().copyTo(new UnsafeBuffer(bytes), 0);
        copy.receiveTimeNanos(event.receiveTimeNanos());
        for (final TextField field : TextField.values())
        {
            if ((event.texts() & 1L << field.ordinal()) != 0)
            {
                final byte[] text = new byte[event.textLength(field)];
                event.buffer().getBytes(event.textOffset(field), text);
                copy.id(field, new String(text, StandardCharsets.UTF_8));
            }
        }
        return bytes;
    }

    private static Instrument instrument(final int id, final int venueId, final String venue, final String symbol,
        final InstrumentType type, final long tick, final int tickExponent, final long lot, final int lotExponent)
    {
        return new Instrument(id, 1, venueId, venue, symbol, type, "B" + id, "USD", id == 1 ? "BTC" : "", tick,
            tickExponent, lot, lotExponent, 1, 0, 1 + id % 3, (1L << 28) - 3, (1L << 33) - 7);
    }
}
