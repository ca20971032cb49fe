package fds.feeds.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Independent Reserve: orders by id. One order book a coin is shown in four currencies; orders are told at their price
 * in Australian dollars, the venue's own. Messages of a channel are counted ({@code Nonce}): behind a gap all live
 * orders are cancelled, and nothing tells the whole book again.
 */
final class IndependentReserve implements Dialect
{
    private static final String VENUE = "INDEPENDENT-RESERVE";
    private static final int ORDERS_MAX = 1 << 20;

    private final Map<String, Long> nonces = new LinkedHashMap<>();   // channel
    private final Map<String, String> orders = new LinkedHashMap<>(); // live order, channel

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("Event").isPresent())
        {
            return;
        }
        final String event = body.need("Event");
        if (!body.get("Channel").isPresent())
        {
            switch (event)
            {
                case "Heartbeat", "Subscriptions", "Error" -> told.nothing(event.toLowerCase(Locale.ROOT));
                default -> throw Json.bad("Event", event, "an event that Independent Reserve is known to have");
            }
            return;
        }
        told.at(Times.millis(body.get("Time")));
        final String channel = body.need("Channel");
        final Json data = body.part("Data");
        final Listing on = on(channel);
        count(channel, body.number("Nonce"), on, told);
        switch (event)
        {
            case "NewOrder" -> created(channel, on, data, told);
            case "OrderChanged" -> changed(on, data, told);
            case "OrderCanceled" -> canceled(on, data, told);
            case "Trade" -> trade(data, told);
            default -> throw Json.bad("Event", event, "NewOrder, OrderChanged, OrderCanceled or Trade");
        }
    }

    private static Listing on(final String channel)
    {
        final String[] parts = channel.toUpperCase(Locale.ROOT).split("-");
        if (parts.length < 2)
        {
            throw Json.bad("Channel", channel, "orderbook-COIN or ticker-COIN-CURRENCY");
        }
        final String quote = parts.length > 2 ? parts[2] : "AUD";
        return Listing.spot(VENUE, parts[1] + '-' + quote, parts[1], quote);
    }

    private void count(final String channel, final long nonce, final Listing on, final Told told)
    {
        final Long last = nonces.put(channel, nonce);
        if (nonces.size() > ORDERS_MAX)
        {
            throw Json.bad("Channel", channel, "at most " + ORDERS_MAX + " channels");
        }
        if (last != null && nonce != last + 1)
        {
            told.missing(on, channel, Math.max(1, nonce - last - 1));
            for (final String order : new ArrayList<>(orders.keySet()))
            {
                if (channel.equals(orders.get(order)))
                {
                    orders.remove(order);
                    told.row(Kind.CANCEL, on).orders(order, "").reason("book cleared");
                }
            }
        }
    }

    private static int side(final Json data)
    {
        return switch (data.need("OrderType"))
        {
            case "LimitBid", "MarketBid" -> Side.BUY;
            case "LimitOffer", "MarketOffer" -> Side.SELL;
            default -> throw Json.bad("OrderType", data.need("OrderType"), "a bid or an offer");
        };
    }

    private void created(final String channel, final Listing on, final Json data, final Told told)
    {
        final String id = data.need("OrderGuid");
        told.row(Kind.NEW, on).orders(id, "").side(side(data)).price(data.part("Price").need("aud"))
            .quantity(data.need("Volume"));
        if (orders.size() < ORDERS_MAX)
        {
            orders.put(id, channel);
        }
    }

    private void changed(final Listing on, final Json data, final Told told)
    {
        if (Words.isZero(data.need("Volume")))
        {
            canceled(on, data, told);
            return;
        }
        told.row(Kind.REPLACE, on).orders(data.need("OrderGuid"), "").side(side(data))
            .price(data.get("Price").get("aud").text()).quantity(data.need("Volume"));
    }

    private void canceled(final Listing on, final Json data, final Told told)
    {
        final String id = data.need("OrderGuid");
        orders.remove(id);
        told.row(Kind.CANCEL, on).orders(id, "").side(side(data));
    }

    private static void trade(final Json data, final Told told)
    {
        final int side = Words.side(data.get("Side"));
        final String bid = data.get("BidGuid").text();
        final String offer = data.get("OfferGuid").text();
        told.at(Times.iso(data.get("TradeDate"))).trade(on("ticker-" + data.need("Pair")), side,
            data.get("Price").isObject() ? data.part("Price").need("aud") : data.need("Price"), data.need("Volume"),
            data.get("TradeGuid").text())
            .orders(side == Side.BUY ? offer : bid, side == Side.BUY ? bid : offer);
    }
}
