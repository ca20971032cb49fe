package fds.feeds.hyperliquid;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.feeds.text.JsonLines;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/** Reads blocks of fills, one JSON object a line, each whole before any of it is used. Owned by one thread. */
final class BlockReader implements AutoCloseable
{
    private static final int LINE_MAX_BYTES = 16 << 20;
    private static final long TIME_MAX_MILLIS = 9_000_000_000_000L;

    private final JsonLines lines;
    private final List<Fill> fills = new ArrayList<>();
    private long receiveTimeNanos;

    BlockReader(final ByteSource source)
    {
        lines = new JsonLines(source.open(), source.name(), LINE_MAX_BYTES, false);
    }

    /**
     * Move to the next block.
     *
     * @throws BadInputException when a line is no block; the next call reads the one behind it.
     */
    boolean next()
    {
        fills.clear();
        receiveTimeNanos = -1;
        if (!lines.next("block"))
        {
            return false;
        }
        readBlock(lines.cells());
        if (receiveTimeNanos < 0)
        {
            throw bad("local_time", "(missing)", "the time the block was received");
        }
        return true;
    }

    List<Fill> fills()
    {
        return fills;
    }

    long receiveTimeNanos()
    {
        return receiveTimeNanos;
    }

    BadInputException bad(final String name, final String value, final String allowed)
    {
        return lines.bad(name, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void readBlock(final JsonCells json)
    {
        json.object("a JSON object");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "local_time" -> receiveTimeNanos = time(json);
                case "events" -> readEvents(json);
                default -> json.skip();
            }
        }
        json.end("block");
    }

    private void readEvents(final JsonCells json)
    {
        json.array("[[wallet, fill], ...]");
        while (json.nextElement())
        {
            json.array("[wallet, fill]");
            final Fill fill = new Fill();
            json.named("wallet").expect(json.nextElement() && json.isText(), "a wallet address");
            fill.wallet = json.plain();
            json.named("fill").expect(json.nextElement(), "a fill");
            readFill(json, fill);
            json.named("events").expect(!json.nextElement(), "[wallet, fill]");
            final String missing = fill.missing();
            if (missing != null)
            {
                throw bad(missing, "(missing)", "a value in every fill");
            }
            fills.add(fill);
        }
    }

    private static void readFill(final JsonCells json, final Fill fill)
    {
        json.object("a fill");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "coin" -> fill.coin = json.text();
                case "px" -> fill.price = json.text();
                case "sz" -> fill.quantity = json.text();
                case "side" -> fill.side = side(json);
                case "time" -> fill.timeMillis = json.number(TIME_MAX_MILLIS);
                case "oid" -> fill.orderId = json.number(Long.MAX_VALUE);
                case "tid" -> fill.tradeId = json.number(Long.MAX_VALUE);
                case "crossed" -> fill.isCrossed = json.flag();
                case "liquidation" -> readLiquidation(json, fill);
                default -> json.skip();
            }
        }
    }

    private static void readLiquidation(final JsonCells json, final Fill fill)
    {
        if (json.isNull())
        {
            return;
        }
        json.object("{liquidatedUser, markPx, method}");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "liquidatedUser" -> fill.liquidatedWallet = json.text();
                case "markPx" -> fill.markPrice = json.text();
                default -> json.skip();
            }
        }
    }

    /** The side by Hyperliquid's letters. */
    static int side(final JsonCells json)
    {
        final String side = json.text();
        json.expect(side.equals("B") || side.equals("A"), "B or A");
        return side.equals("B") ? Side.BUY : Side.SELL;
    }

    private static long time(final JsonCells json)
    {
        json.expect(json.isText(), "a time");
        try
        {
            final LocalDateTime time = LocalDateTime.parse(json.plain());
            json.expect(time.getYear() >= 1970 && time.getYear() < 2250, "a year from 1970 to 2249");
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000 + time.getNano();
        }
        catch (final DateTimeParseException ex)
        {
            throw json.bad("a time such as 2025-10-27T17:00:00.063787823, UTC");
        }
    }
}
