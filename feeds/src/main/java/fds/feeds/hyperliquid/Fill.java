package fds.feeds.hyperliquid;

import fds.market.event.Side;

/** One side of a trade, as a block tells it. Texts are as the venue wrote them; null where a field is missing. */
final class Fill
{
    String wallet;
    String coin;
    String price;
    String quantity;
    String liquidatedWallet;
    String markPrice;
    int side = Side.NONE;
    long timeMillis = -1;
    long orderId = -1;
    long tradeId = -1;
    Boolean isCrossed;

    /** The first field that is missing; null for none. */
    String missing()
    {
        return wallet == null ? "wallet" : coin == null ? "coin" : price == null ? "px" : quantity == null ? "sz" :
            side == Side.NONE ? "side" : timeMillis < 0 ? "time" : orderId < 0 ? "oid" : tradeId < 0 ? "tid" :
            isCrossed == null ? "crossed" : liquidatedWallet != null && markPrice == null ? "markPx" : null;
    }

    /** Whether another fill can be the other side of the same trade. */
    boolean matches(final Fill other)
    {
        return coin.equals(other.coin) && side != other.side && !isCrossed.equals(other.isCrossed) &&
            price.equals(other.price) && quantity.equals(other.quantity);
    }
}
