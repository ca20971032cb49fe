package fds.feeds.binance;

import java.math.BigDecimal;
import java.util.List;

import fds.feeds.instrument.Ranges;
import fds.feeds.text.DecimalUnit;

/** What is traded under one symbol: what the first reading tells of it, its units, and the state of its book. */
final class Contract
{
    private static final int DECIMALS_MAX = 18;

    final String symbol;
    final DepthSequence sequence;
    int id;
    boolean hasTrades;
    boolean hasDiffs;
    DecimalUnit tick;
    DecimalUnit lot;
    Ranges ranges;
    private BigDecimal priceMax = BigDecimal.ZERO;
    private BigDecimal quantityMax = BigDecimal.ZERO;
    private int priceDecimals;
    private int quantityDecimals;

    Contract(final String symbol)
    {
        this.symbol = symbol;
        sequence = new DepthSequence();
    }

    void learn(final Message message)
    {
        learnLevels(message.bids);
        learnLevels(message.asks);
        learn(message.price, message.quantity);
        learn(message.bidPrice, message.bidQuantity);
        learn(message.askPrice, message.askQuantity);
    }

    void learn(final Contract other)
    {
        priceMax = priceMax.max(other.priceMax);
        quantityMax = quantityMax.max(other.quantityMax);
        priceDecimals = Math.max(priceDecimals, other.priceDecimals);
        quantityDecimals = Math.max(quantityDecimals, other.quantityDecimals);
    }

    /** Take tick and lot from the finest decimals and ranges from the largest numbers; false when they do not fit. */
    boolean settle()
    {
        tick = new DecimalUnit(1, -priceDecimals);
        lot = new DecimalUnit(1, -quantityDecimals);
        ranges = Ranges.around(priceMax, tick, quantityMax, lot);
        return ranges != null;
    }

    private void learnLevels(final List<String> levels)
    {
        for (int i = 0; i < levels.size(); i += 2)
        {
            learn(levels.get(i), levels.get(i + 1));
        }
    }

    private void learn(final String price, final String quantity)
    {
        final BigDecimal priceValue = value(price);
        if (priceValue != null)
        {
            priceMax = priceMax.max(priceValue);
            priceDecimals = Math.max(priceDecimals, decimals(priceValue));
        }
        final BigDecimal quantityValue = value(quantity);
        if (quantityValue != null)
        {
            quantityMax = quantityMax.max(quantityValue);
            quantityDecimals = Math.max(quantityDecimals, decimals(quantityValue));
        }
    }

    private static BigDecimal value(final String text)
    {
        final BigDecimal value = text == null ? null : DecimalUnit.toBigDecimal(text);
        return value == null || value.scale() > DECIMALS_MAX ? null : value;
    }

    private static int decimals(final BigDecimal value)
    {
        return value.signum() == 0 ? 0 : value.stripTrailingZeros().scale();
    }
}
