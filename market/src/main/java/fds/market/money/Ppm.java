package fds.market.money;

/** Ratios in parts per million, compared exactly: by products of 128 bits, never by a quotient. */
public final class Ppm
{
    /** The whole. */
    public static final long ONE = 1_000_000L;

    private Ppm()
    {
    }

    /**
     * Whether a part is at least so much of a whole.
     *
     * @param part  0 or more.
     * @param whole 0 or more; of nothing, every part is at least anything.
     * @param ppm   0 or more.
     * @return {@code part / whole >= ppm / 1,000,000}.
     */
    public static boolean atLeast(final long part, final long whole, final long ppm)
    {
        return Int128.compareProducts(part, ONE, whole, ppm) >= 0;
    }

    /**
     * Whether a part is at most so much of a whole.
     *
     * @param part  0 or more.
     * @param whole 0 or more.
     * @param ppm   0 or more.
     * @return {@code part / whole <= ppm / 1,000,000}.
     */
    public static boolean atMost(final long part, final long whole, final long ppm)
    {
        return Int128.compareProducts(part, ONE, whole, ppm) <= 0;
    }

    /**
     * A ratio for people to read, rounded down. {@code of(part, whole) >= ppm} exactly when
     * {@link #atLeast}{@code (part, whole, ppm)}.
     *
     * @param part  0 or more.
     * @param whole 0 or more.
     * @return parts per million; {@link Long#MAX_VALUE} where it is larger, or the whole is 0.
     */
    public static long of(final long part, final long whole)
    {
        if (whole == 0)
        {
            return part == 0 ? 0 : Long.MAX_VALUE;
        }
        if (Math.multiplyHigh(part, ONE) == 0 && part * ONE >= 0)
        {
            return part * ONE / whole;
        }
        final long quotient = part / whole;
        return quotient > Long.MAX_VALUE / ONE - 1 ? Long.MAX_VALUE : quotient * ONE + fraction(part % whole, whole);
    }

    /** Long division bit by bit: exact where the product would not fit. */
    private static long fraction(final long part, final long whole)
    {
        long quotient = 0;
        long rest = 0;
        for (int bit = 63 - Long.numberOfLeadingZeros(ONE); bit >= 0; bit--)
        {
            quotient <<= 1;
            rest <<= 1;
            if (Long.compareUnsigned(rest, whole) >= 0)
            {
                rest -= whole;
                quotient++;
            }
            if ((ONE >>> bit & 1) != 0)
            {
                rest += part;
                if (Long.compareUnsigned(rest, whole) >= 0)
                {
                    rest -= whole;
                    quotient++;
                }
            }
        }
        return quotient;
    }

    /**
     * A share of an amount, rounded down.
     *
     * @param amount 0 or more.
     * @param ppm    0 to 2⁴³.
     * @return amount × ppm / 1,000,000; {@link Long#MAX_VALUE} where it is larger.
     */
    public static long share(final long amount, final long ppm)
    {
        final long whole = amount / ONE;
        final long rest = amount % ONE;
        return Math.multiplyHigh(whole, ppm) != 0 || whole * ppm < 0 || whole * ppm > Long.MAX_VALUE / 2 ?
            Long.MAX_VALUE : whole * ppm + rest * ppm / ONE;
    }
}
