package fds.feeds.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

import fds.feeds.draft.Draft;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** A swap as the chain has it: what went into a pool and what came out, in base units of two tokens. */
final class Swap
{
    private static final MathContext PRICE_DIGITS = new MathContext(18);

    String pool = "";
    String trader = "";
    String recipient = "";
    Token tokenIn;
    Token tokenOut;
    BigInteger amountIn;
    BigInteger amountOut;
    String transaction = "";
    long position;
    long order;

    /**
     * The event: the pool's base token bought or sold at the price that the two amounts make.
     *
     * @param isPair    whether the contract is a pool of two tokens; one of more has an instrument a pair.
     * @param timeNanos the block's own, or {@link Absent#VALUE}.
     * @param block     its number.
     */
    Draft draft(final boolean isPair, final long timeNanos, final long block)
    {
        final boolean isBuy = tokenOut.isBaseBeside(tokenIn);
        final Token base = isBuy ? tokenOut : tokenIn;
        final Token quote = isBuy ? tokenIn : tokenOut;
        final BigDecimal quantity = base.amount(isBuy ? amountOut : amountIn);
        final BigDecimal paid = quote.amount(isBuy ? amountIn : amountOut);
        final String symbol = isPair ? pool : pool + "/" + base.name() + "-" + quote.name();
        return BlockClock.stamped(new Draft(Kind.SWAP, timeNanos), block)
            .on(symbol, InstrumentType.POOL, base.name(), quote.name()).rounded()
            .side(isBuy ? Side.BUY : Side.SELL).price(paid.divide(quantity, PRICE_DIGITS).toString())
            .quantity(quantity.toString()).accounts(trader, recipient).order(Long.toString(position))
            .value(Long.toString(order)).reference(transaction);
    }
}
