package fds.market.money;

import java.math.BigInteger;

/**
 * A signed 128-bit sum, kept in two longs and written in place: exact notional in tick-lots. Owned by one thread.
 */
public final class Int128
{
    private long high;
    private long low;

    /** Make it 0. */
    public void clear()
    {
        high = 0;
        low = 0;
    }

    /**
     * Set both halves.
     *
     * @param high upper, signed.
     * @param low  lower, unsigned.
     */
    public void set(final long high, final long low)
    {
        this.high = high;
        this.low = low;
    }

    /**
     * Add a product.
     *
     * @param a any.
     * @param b any.
     */
    public void addProduct(final long a, final long b)
    {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /**
     * Subtract a product.
     *
     * @param a any.
     * @param b any.
     */
    public void subtractProduct(final long a, final long b)
    {
        final long productLow = a * b;
        final long productHigh = Math.multiplyHigh(a, b);
        add(productLow == 0 ? -productHigh : ~productHigh, -productLow);
    }

    /**
     * Add 128 bits, wrapping.
     *
     * @param otherHigh upper, signed.
     * @param otherLow  lower, unsigned.
     */
    public void add(final long otherHigh, final long otherLow)
    {
        final long sum = low + otherLow;
        high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    public long high()
    {
        return high;
    }

    public long low()
    {
        return low;
    }

    /**
     * Compare two products that may not fit a long.
     *
     * @param a 0 or more.
     * @param b 0 or more.
     * @param c 0 or more.
     * @param d 0 or more.
     * @return below, at or above 0 as {@code a * b} is less than, equal to or more than {@code c * d}.
     */
    public static int compareProducts(final long a, final long b, final long c, final long d)
    {
        final int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /**
     * As a big integer. Allocates: for the edges.
     *
     * @param high upper, signed.
     * @param low  lower, unsigned.
     * @return the same value.
     */
    public static BigInteger toBigInteger(final long high, final long low)
    {
        return BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    }
}
