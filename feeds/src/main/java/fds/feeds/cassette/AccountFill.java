package fds.feeds.cassette;

import java.math.BigDecimal;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** A fill of one account: its side of the trade is told, the other is not. */
final class AccountFill
{
    String coin;
    String price;
    String size;
    String startPosition;
    String hash;
    int side = Side.NONE;
    long timeNanos;
    long orderId = -1;
    long tradeId = -1;
    Boolean isCrossed;

    /** The first field that is missing or no number; null for none. */
    String missing()
    {
        return coin == null ? "coin" : isNoNumber(price) ? "px" : isNoNumber(size) ? "sz" :
            isNoNumber(startPosition) ? "startPosition" : hash == null ? "hash" : side == Side.NONE ? "side" :
            timeNanos <= 0 ? "time" : orderId < 0 ? "oid" : isCrossed == null ? "crossed" : null;
    }

    /** Whether another fill of the same account is the other side of the same trade. */
    boolean matches(final AccountFill other)
    {
        return hash.equals(other.hash) && coin.equals(other.coin) && price.equals(other.price) &&
            size.equals(other.size) && side != other.side && !isCrossed.equals(other.isCrossed);
    }

    /**
     * The TRADE and the POSITION behind it.
     *
     * @param account that traded.
     * @param own     its other fill of the same trade, null for none.
     */
    List<Draft> drafts(final String account, final AccountFill own)
    {
        final AccountFill taker = isCrossed ? this : own;
        final AccountFill maker = isCrossed ? own : this;
        final Draft trade = new Draft(Kind.TRADE, timeNanos).on(coin, InstrumentType.PERP, coin, "USDC")
            .side(isCrossed ? side : Side.opposite(side)).price(price).quantity(size)
            .reference(tradeId < 0 ? hash : Long.toString(tradeId))
            .accounts(maker == null ? "" : account, taker == null ? "" : account);
        if (maker != null)
        {
            trade.order(Long.toString(maker.orderId));
        }
        if (taker != null)
        {
            trade.counterOrder(Long.toString(taker.orderId));
        }
        final BigDecimal start = DecimalUnit.toBigDecimal(startPosition);
        final BigDecimal change = own != null ? BigDecimal.ZERO : DecimalUnit.toBigDecimal(size);
        final BigDecimal after = side == Side.BUY ? start.add(change) : start.subtract(change);
        return List.of(trade, Draft.position(timeNanos, coin, after).accounts(account, ""));
    }

    private static boolean isNoNumber(final String text)
    {
        return text == null || DecimalUnit.toBigDecimal(text) == null;
    }
}
