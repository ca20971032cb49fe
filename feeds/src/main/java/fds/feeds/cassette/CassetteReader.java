package fds.feeds.cassette;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.feeds.text.DecimalUnit;
import fds.feeds.text.JsonCells;
import fds.market.door.BadInputException;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Reads exchange by exchange; an answer is whole before any of it is used. {@code userFills} is of the account that the
 * request names, {@code fundingHistory} of a coin; other answers tell no event.
 */
final class CassetteReader implements DraftReader
{
    private static final int ITEMS_MAX = 1 << 20;
    private static final long TIME_MAX_MILLIS = 7_000_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000;

    private final ByteSource source;
    private final JsonCells json = new JsonCells(this::bad, "whole JSON in the body of an exchange");
    private final ArrayDeque<List<Draft>> messages = new ArrayDeque<>();
    private Iterator<Exchange> exchanges;
    private long line = 1;

    CassetteReader(final ByteSource source)
    {
        this.source = source;
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (exchanges == null)
        {
            exchanges = List.<Exchange>of().iterator();
            exchanges = CassetteYaml.read(source).iterator();
        }
        while (messages.isEmpty())
        {
            if (!exchanges.hasNext())
            {
                return false;
            }
            final Exchange exchange = exchanges.next();
            line = exchange.line();
            read(exchange);
        }
        events.addAll(messages.poll());
        return true;
    }

    @Override
    public long lineNumber()
    {
        return line;
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), line, field, value, allowed);
    }

    @Override
    public void close()
    {
        json.close();
    }

    private void read(final Exchange exchange)
    {
        String type = "";
        String user = "";
        open(exchange.request(), "request").object("a JSON object");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "type" -> type = json.text();
                case "user" -> user = json.text();
                default -> json.skip();
            }
        }
        json.end("request");
        if (type.equals("userFills"))
        {
            readFills(exchange, user);
        }
        else if (type.equals("fundingHistory"))
        {
            readFunding(exchange);
        }
    }

    private void readFills(final Exchange exchange, final String user)
    {
        if (user.isEmpty())
        {
            throw bad("user", "(missing)", "an account in the request");
        }
        final List<AccountFill> fills = new ArrayList<>();
        open(exchange.response(), "response").array("[fill, ...]");
        while (json.nextElement())
        {
            json.expect(fills.size() < ITEMS_MAX, "at most " + ITEMS_MAX + " fills");
            fills.add(readFill());
        }
        json.end("response");
        for (int i = 0; i < fills.size(); i++)
        {
            final AccountFill fill = fills.get(i);
            final boolean isOwn = i + 1 < fills.size() && fill.matches(fills.get(i + 1));
            messages.add(fill.drafts(user, isOwn ? fills.get(i + 1) : null));
            i += isOwn ? 1 : 0;
        }
    }

    private AccountFill readFill()
    {
        final AccountFill fill = new AccountFill();
        json.object("a fill");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "coin" -> fill.coin = json.text();
                case "px" -> fill.price = json.text();
                case "sz" -> fill.size = json.text();
                case "startPosition" -> fill.startPosition = json.text();
                case "hash" -> fill.hash = json.text();
                case "oid" -> fill.orderId = json.number(Long.MAX_VALUE);
                case "tid" -> fill.tradeId = json.number(Long.MAX_VALUE);
                case "time" -> fill.timeNanos = json.number(TIME_MAX_MILLIS) * MILLI_NANOS;
                case "crossed" -> fill.isCrossed = json.flag();
                case "side" ->
                {
                    final String side = json.text();
                    json.expect(side.equals("B") || side.equals("A"), "B or A");
                    fill.side = side.equals("B") ? Side.BUY : Side.SELL;
                }
                default -> json.skip();
            }
        }
        final String missing = fill.missing();
        if (missing != null)
        {
            throw bad(missing, "(missing or no number)", "a value in every fill");
        }
        return fill;
    }

    private void readFunding(final Exchange exchange)
    {
        final List<List<Draft>> read = new ArrayList<>();
        open(exchange.response(), "response").array("[{coin, fundingRate, time}, ...]");
        while (json.nextElement())
        {
            json.expect(read.size() < ITEMS_MAX, "at most " + ITEMS_MAX + " rates");
            json.object("{coin, fundingRate, time}");
            String coin = "";
            String rate = "";
            long timeMillis = 0;
            while (json.nextField())
            {
                switch (json.field())
                {
                    case "coin" -> coin = json.text();
                    case "fundingRate" -> rate = json.text();
                    case "time" -> timeMillis = json.number(TIME_MAX_MILLIS);
                    default -> json.skip();
                }
            }
            if (coin.isEmpty() || timeMillis == 0 || DecimalUnit.toBigDecimal(rate) == null)
            {
                throw bad("fundingRate", rate, "a coin, a number and a time in every rate");
            }
            read.add(List.of(new Draft(Kind.FUNDING, timeMillis * MILLI_NANOS)
                .on(coin, InstrumentType.PERP, coin, "USDC").value(rate)));
        }
        json.end("response");
        messages.addAll(read);
    }

    private JsonCells open(final String body, final String name)
    {
        final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return json.open(bytes, 0, bytes.length, name);
    }
}
