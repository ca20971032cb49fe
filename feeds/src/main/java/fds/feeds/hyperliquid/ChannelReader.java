package fds.feeds.hyperliquid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.feeds.text.JsonLines;
import fds.market.door.BadInputException;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Reads channel messages, one a line behind its receive time, each whole before any of it is used. An {@code l2Book} is
 * a message, and so is each trade of a {@code trades}; other channels are passed over.
 */
final class ChannelReader implements DraftReader
{
    private static final int LINE_MAX_BYTES = 4 << 20;
    private static final int LEVELS_MAX = 10_000;
    private static final int TRADES_MAX = 100_000;
    private static final long TIME_MAX_MILLIS = 7_000_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000;

    /** What an object of either channel holds. */
    private static final class Data
    {
        private final List<String[]> levels = new ArrayList<>(); // {side, price, quantity}
        private final List<String> users = new ArrayList<>(2);
        private String coin;
        private String price;
        private String quantity;
        private int side = Side.NONE;
        private long timeMillis = -1;
        private long tradeId = -1;
    }

    private final JsonLines lines;
    private final ArrayDeque<List<Draft>> messages = new ArrayDeque<>();

    ChannelReader(final ByteSource source)
    {
        lines = new JsonLines(source.open(), source.name(), LINE_MAX_BYTES, true);
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (messages.isEmpty())
        {
            if (!lines.next("message"))
            {
                return false;
            }
            readLine(lines.cells());
        }
        if (!messages.isEmpty())
        {
            events.addAll(messages.poll());
        }
        return true;
    }

    @Override
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return lines.bad(field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void readLine(final JsonCells json)
    {
        final List<Data> data = new ArrayList<>();
        String channel = null;
        json.object("a JSON object");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "channel" -> channel = json.text();
                case "data" -> readData(json, data);
                default -> json.skip();
            }
        }
        json.end("message");
        if (channel == null)
        {
            throw lines.bad("channel", "(missing)", "the name of a channel");
        }
        final List<List<Draft>> read = new ArrayList<>();
        for (final Data each : data)
        {
            if (channel.equals("l2Book"))
            {
                read.add(book(each));
            }
            else if (channel.equals("trades"))
            {
                read.add(List.of(trade(each)));
            }
        }
        messages.addAll(read);
    }

    private void readData(final JsonCells json, final List<Data> data)
    {
        if (json.isObject())
        {
            data.add(readObject(json));
        }
        else if (json.isArray())
        {
            while (json.nextElement())
            {
                json.expect(data.size() < TRADES_MAX, "at most " + TRADES_MAX + " trades");
                json.object("a trade");
                data.add(readObject(json));
            }
        }
    }

    private static Data readObject(final JsonCells json)
    {
        final Data data = new Data();
        while (json.nextField())
        {
            switch (json.field())
            {
                case "coin" -> data.coin = json.text();
                case "px" -> data.price = json.text();
                case "sz" -> data.quantity = json.text();
                case "side" -> data.side = BlockReader.side(json);
                case "time" -> data.timeMillis = json.number(TIME_MAX_MILLIS);
                case "tid" -> data.tradeId = json.number(Long.MAX_VALUE);
                case "users" ->
                {
                    json.array("[buyer, seller]");
                    while (json.nextElement())
                    {
                        json.expect(data.users.size() < 2, "[buyer, seller]");
                        data.users.add(json.text());
                    }
                }
                case "levels" -> readLevels(json, data);
                default -> json.skip();
            }
        }
        return data;
    }

    private static void readLevels(final JsonCells json, final Data data)
    {
        json.array("[bids, asks]");
        for (final String side : new String[]{ "B", "S" })
        {
            json.expect(json.nextElement(), "[bids, asks]");
            json.array("levels");
            while (json.nextElement())
            {
                json.object("{px, sz, n}");
                final String[] level = { side, null, null };
                while (json.nextField())
                {
                    switch (json.field())
                    {
                        case "px" -> level[1] = json.text();
                        case "sz" -> level[2] = json.text();
                        default -> json.skip();
                    }
                }
                json.named("levels").expect(level[1] != null && level[2] != null, "px and sz in every level");
                json.expect(data.levels.size() < LEVELS_MAX, "at most " + LEVELS_MAX + " levels");
                data.levels.add(level);
            }
        }
        json.expect(!json.nextElement(), "[bids, asks]");
    }

    private List<Draft> book(final Data data)
    {
        need(data.coin != null, "coin");
        need(data.timeMillis > 0, "time");
        need(!data.levels.isEmpty(), "levels");
        final List<Draft> rows = new ArrayList<>(1 + data.levels.size());
        rows.add(draft(Kind.BOOK_CLEAR, data));
        for (final String[] level : data.levels)
        {
            rows.add(draft(Kind.BOOK, data).side(level[0].equals("B") ? Side.BUY : Side.SELL).price(level[1])
                .quantity(level[2]).flags(Flags.SNAPSHOT));
        }
        return rows;
    }

    private Draft trade(final Data data)
    {
        need(data.coin != null, "coin");
        need(data.price != null, "px");
        need(data.quantity != null, "sz");
        need(data.side != Side.NONE, "side");
        need(data.timeMillis > 0, "time");
        need(data.tradeId >= 0, "tid");
        final Draft draft = draft(Kind.TRADE, data).side(data.side).price(data.price).quantity(data.quantity)
            .reference(Long.toString(data.tradeId));
        if (!data.users.isEmpty())
        {
            need(data.users.size() == 2, "users");
            final boolean isBuy = data.side == Side.BUY;
            draft.accounts(data.users.get(isBuy ? 1 : 0), data.users.get(isBuy ? 0 : 1));
        }
        return draft;
    }

    private Draft draft(final int kind, final Data data)
    {
        final boolean isSpot = HyperliquidFillsFeed.isSpot(data.coin);
        return new Draft(kind, data.timeMillis * MILLI_NANOS).received(lines.receiveTimeNanos())
            .on(data.coin, isSpot ? InstrumentType.SPOT : InstrumentType.PERP,
                HyperliquidFillsFeed.base(data.coin), HyperliquidFillsFeed.quote(data.coin));
    }

    private void need(final boolean isThere, final String field)
    {
        if (!isThere)
        {
            throw lines.bad(field, "(missing)", "a value in every message");
        }
    }
}
