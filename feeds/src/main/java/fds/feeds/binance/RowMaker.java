package fds.feeds.binance;

import java.util.List;

import fds.feeds.text.DecimalUnit;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;

/** From checked messages to rows in units; a number that does not fit costs the message. */
final class RowMaker
{
    private static final String MARKET_TRADE = "MARKET";

    private final MessageReader messages;
    private final ContractTable contracts;

    RowMaker(final MessageReader messages, final ContractTable contracts)
    {
        this.messages = messages;
        this.contracts = contracts;
    }

    /** Rows of a snapshot, the first of which clears, or of a diff. */
    Rows book(final Message message)
    {
        final boolean isSnapshot = message.type() == Message.Type.SNAPSHOT;
        final int first = isSnapshot ? 1 : 0;
        final int bids = message.bids.size() / 2;
        final int asks = message.asks.size() / 2;
        final Rows rows = new Rows(contract(message), Kind.BOOK, message, first + bids + asks);
        rows.isSnapshot = isSnapshot;
        rows.bidCount = bids;
        rows.firstId = message.firstId;
        rows.lastId = isSnapshot ? message.snapshotId : message.lastId;
        rows.previousId = message.previousId;
        if (!isSnapshot && rows.firstId > rows.lastId)
        {
            throw messages.bad("U", Long.toString(rows.firstId), "at most u, " + rows.lastId);
        }
        levels(rows, first, message.bids);
        levels(rows, first + bids, message.asks);
        return rows;
    }

    /** One row a side; a side without quantity has no price. */
    Rows ticker(final Message message)
    {
        final Rows rows = new Rows(contract(message), Kind.BBO, message, 2);
        rows.bidCount = 1;
        rows.lastId = message.lastId;
        quote(rows, 0, message.bidPrice, message.bidQuantity);
        quote(rows, 1, message.askPrice, message.askQuantity);
        return rows;
    }

    /** Null for what is no trade of the book, or is told a second time as an aggregate. */
    Rows trade(final Message message)
    {
        final Contract contract = contract(message);
        final boolean isAggregate = message.type() == Message.Type.AGGREGATE_TRADE;
        if (isAggregate && contract.hasTrades ||
            message.tradeType != null && !MARKET_TRADE.equals(message.tradeType))
        {
            return null;
        }
        final Rows rows = new Rows(contract, Kind.TRADE, message, 1);
        rows.side = message.isBuyerMaker ? Side.SELL : Side.BUY;
        rows.priceTicks[0] = units("p", message.price, contract.tick, 1, contract.ranges.priceMaxTicks());
        rows.quantityLots[0] = units("q", message.quantity, contract.lot, 1, contract.ranges.quantityMaxLots());
        rows.reference = isAggregate ? message.aggregateId : message.tradeId;
        if (!isAggregate && message.buyerOrderId != Absent.VALUE && message.sellerOrderId != Absent.VALUE)
        {
            rows.orderId = message.isBuyerMaker ? message.buyerOrderId : message.sellerOrderId;
            rows.counterOrderId = message.isBuyerMaker ? message.sellerOrderId : message.buyerOrderId;
        }
        return rows;
    }

    /** That numbers are missing before a diff. */
    Rows gap(final Rows diff, final long missing)
    {
        final Rows rows = new Rows(diff.contract, Kind.GAP, messages.message(), 1);
        rows.quantityLots[0] = missing;
        return rows;
    }

    /** Whether a book is to be trusted from here on. */
    Rows status(final Rows cause, final String reason)
    {
        final Rows rows = new Rows(cause.contract, Kind.FEED_STATUS, messages.message(), 1);
        rows.quantityLots[0] = Absent.VALUE;
        rows.reason = reason;
        return rows;
    }

    /** That nothing is known of a book. */
    Rows clear(final Rows cause)
    {
        final Rows rows = new Rows(cause.contract, Kind.BOOK_CLEAR, messages.message(), 1);
        rows.lastId = cause.lastId;
        return rows;
    }

    private Contract contract(final Message message)
    {
        final Contract contract =
            message.symbol == null ? contracts.onlyBook() : contracts.find(message.symbol);
        if (contract == null)
        {
            throw messages.bad("symbol", String.valueOf(message.symbol), message.symbol == null ?
                "in a snapshot that does not name it, the only symbol of which the files have diffs" :
                "a symbol whose numbers fit: price / tick * quantity / lot below 2^62");
        }
        return contract;
    }

    private void levels(final Rows rows, final int first, final List<String> levels)
    {
        final Contract contract = rows.contract;
        for (int i = 0; i < levels.size() / 2; i++)
        {
            rows.priceTicks[first + i] =
                units("price", levels.get(2 * i), contract.tick, 1, contract.ranges.priceMaxTicks());
            rows.quantityLots[first + i] =
                units("quantity", levels.get(2 * i + 1), contract.lot, 0, contract.ranges.quantityMaxLots());
        }
    }

    private void quote(final Rows rows, final int row, final String price, final String quantity)
    {
        final Contract contract = rows.contract;
        final long lots = units("quantity", quantity, contract.lot, 0, contract.ranges.quantityMaxLots());
        final long ticks = units("price", price, contract.tick, lots == 0 ? 0 : 1, contract.ranges.priceMaxTicks());
        rows.quantityLots[row] = lots;
        rows.priceTicks[row] = lots == 0 ? Absent.VALUE : ticks;
    }

    private long units(final String field, final String text, final DecimalUnit unit, final long min, final long max)
    {
        final long units = unit.units(text);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw messages.bad(field, text, "a decimal number from " + unit.text(min) + " to " + unit.text(max) +
                ", a multiple of " + unit.text(1));
        }
        return units;
    }
}
