package fds.feeds.raw;

import java.math.BigDecimal;
import java.math.RoundingMode;

import fds.feeds.text.DecimalUnit;

/** What was seen of one kind of number: the largest, the finest decimals, and how many digits most of them have. */
final class SeenNumbers
{
    private static final int DECIMALS_MAX = 18;
    private static final int DIGITS_MAX = 40;

    private final int[] counts = new int[2 * DIGITS_MAX]; // [digits before the point + DIGITS_MAX]
    private BigDecimal max;
    private int decimals;
    private int count;

    void take(final String text)
    {
        final BigDecimal number = DecimalUnit.toBigDecimal(text);
        if (number == null || number.signum() == 0)
        {
            return;
        }
        final BigDecimal plain = (number.scale() > DECIMALS_MAX ?
            number.setScale(DECIMALS_MAX, RoundingMode.HALF_EVEN) : number).stripTrailingZeros();
        max = max == null ? plain.abs() : max.max(plain.abs());
        decimals = Math.max(decimals, plain.scale());
        counts[Math.min(plain.precision() - plain.scale(), DIGITS_MAX - 1) + DIGITS_MAX]++;
        count++;
    }

    /** Null when none was seen. */
    BigDecimal max()
    {
        return max;
    }

    int decimals()
    {
        return decimals;
    }

    /** The largest number that has not more than so many digits more than the usual one; null when none was seen. */
    BigDecimal usualMax(final int moreDigits)
    {
        int left = count / 2;
        for (int i = 0; i < counts.length && count > 0; i++)
        {
            left -= counts[i];
            if (left < 0)
            {
                return max.min(BigDecimal.ONE.scaleByPowerOfTen(i - DIGITS_MAX + moreDigits));
            }
        }
        return max;
    }
}
