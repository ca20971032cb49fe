package fds.risk.table;

import fds.market.finding.Score;

/** Whole-number arithmetic of risk: products that do not fit a long, square roots, points. */
public final class Exact
{
    private Exact()
    {
    }

    /**
     * A product divided, without losing what does not fit a long in between.
     *
     * @param a 0 or more.
     * @param b 0 or more.
     * @param c 1 or more.
     * @return {@code a * b / c} rounded down; {@link Long#MAX_VALUE} where it is larger.
     */
    public static long mulDiv(final long a, final long b, final long c)
    {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == 0 && low >= 0)
        {
            return low / c;
        }
        if (high >= c)
        {
            return Long.MAX_VALUE;
        }
        long quotient = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            high = high << 1 | low >>> 63;
            low <<= 1;
            quotient <<= 1;
            if (Long.compareUnsigned(high, c) >= 0)
            {
                high -= c;
                quotient |= 1;
            }
        }
        return quotient < 0 ? Long.MAX_VALUE : quotient;
    }

    /**
     * A decimal number of times a value.
     *
     * @param value    0 or more.
     * @param mantissa 1 or more.
     * @param exponent -60 to 60.
     * @return {@code value * mantissa * 10^exponent} rounded down; {@link Long#MAX_VALUE} where it is larger.
     */
    public static long scaled(final long value, final long mantissa, final int exponent)
    {
        long result = value;
        long factor = mantissa;
        int tens = exponent;
        for (; tens > 0; tens--)
        {
            result = mulDiv(result, 10, 1);
        }
        while (tens < 0)
        {
            final int step = Math.min(18, -tens);
            result = mulDiv(result, factor, powerOfTen(step));
            factor = 1;
            tens += step;
        }
        return mulDiv(result, factor, 1);
    }

    /**
     * The square root.
     *
     * @param value 0 or more.
     * @return rounded down.
     */
    public static long squareRoot(final long value)
    {
        if (value < 2)
        {
            return value;
        }
        long root = 1L << (65 - Long.numberOfLeadingZeros(value)) / 2; // not below the root
        long better = (root + value / root) / 2;
        while (better < root)
        {
            root = better;
            better = (root + value / root) / 2;
        }
        return root;
    }

    /**
     * Points in proportion to how much of a threshold was reached.
     *
     * @param measured  below 0 when it was not measured: no points.
     * @param threshold at which all points are given; 0: never any.
     * @param pointsMax of the part.
     * @return 0 to {@code pointsMax}.
     */
    public static int points(final long measured, final long threshold, final int pointsMax)
    {
        return threshold == 0 ? 0 : Score.share(measured, threshold, pointsMax);
    }

    private static long powerOfTen(final int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }
        return power;
    }
}
