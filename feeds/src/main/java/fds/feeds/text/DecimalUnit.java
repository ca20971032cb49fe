package fds.feeds.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import fds.market.instrument.Instrument;

/**
 * The size of one unit (a tick, a lot, a billionth), and the exact way between decimal text and whole units.
 * <p>
 * Text of up to 18 significant digits is converted without allocation; longer text takes a slower way to the same
 * result. Immutable.
 *
 * @param mantissa the unit is {@code mantissa * 10^exponent}; 1 or more.
 * @param exponent -18 to 18.
 */
public record DecimalUnit(long mantissa, int exponent)
{
    /** The text is not a decimal number. */
    public static final long NOT_A_NUMBER = Long.MIN_VALUE + 1;

    /** The number is no whole multiple of the unit. */
    public static final long OFF_STEP = Long.MIN_VALUE + 2;

    /** The number has more units than {@link #UNITS_MAX}, above or below zero. */
    public static final long OVERFLOW = Long.MIN_VALUE + 3;

    /** Largest result. */
    public static final long UNITS_MAX = (1L << 62) - 1;

    /** 10^-9: rates and weights. */
    public static final DecimalUnit NANO = new DecimalUnit(1, -9);

    /** 10^-6: scores. */
    public static final DecimalUnit MICRO = new DecimalUnit(1, -6);

    /** 1: plain integers. */
    public static final DecimalUnit ONE = new DecimalUnit(1, 0);

    private static final int TEXT_MAX = 100;
    private static final int DIGITS_MAX = 18;
    private static final int EXPONENT_MAX = 99;
    private static final long[] POWERS = new long[DIGITS_MAX + 1];

    static
    {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++)
        {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Checks the ranges. */
    public DecimalUnit
    {
        if (mantissa < 1 || Math.abs(exponent) > 18)
        {
            throw new IllegalArgumentException("unit is " + mantissa + "e" + exponent +
                ": must be above 0, with an exponent from -18 to 18");
        }
    }

    /**
     * The tick of an instrument.
     *
     * @param instrument that has it.
     * @return its size.
     */
    public static DecimalUnit tickOf(final Instrument instrument)
    {
        return new DecimalUnit(instrument.tickMantissa(), instrument.tickExponent());
    }

    /**
     * The lot of an instrument.
     *
     * @param instrument that has it.
     * @return its size.
     */
    public static DecimalUnit lotOf(final Instrument instrument)
    {
        return new DecimalUnit(instrument.lotMantissa(), instrument.lotExponent());
    }

    /**
     * A unit from its size.
     *
     * @param text decimal above 0, such as {@code 0.01}.
     * @return the unit, or null when the text is no such number or out of reach.
     */
    public static DecimalUnit parse(final CharSequence text)
    {
        final BigDecimal size = toBigDecimal(text);
        if (size == null || size.signum() <= 0)
        {
            return null;
        }
        final BigDecimal plain = size.stripTrailingZeros();
        if (Math.abs(plain.scale()) > 18 || plain.unscaledValue().bitLength() > 62)
        {
            return null;
        }
        return new DecimalUnit(plain.unscaledValue().longValueExact(), -plain.scale());
    }

    /**
     * Whether a result is one of the three errors.
     *
     * @param units result of {@link #units} or {@link #roundedUnits}.
     * @return true for {@link #NOT_A_NUMBER}, {@link #OFF_STEP}, {@link #OVERFLOW}.
     */
    public static boolean isError(final long units)
    {
        return units <= OVERFLOW;
    }

    /**
     * Whole units of a number.
     *
     * @param text digits with an optional sign, point and exponent ({@code -12.50}, {@code 1e-5}).
     * @return -{@link #UNITS_MAX} to {@link #UNITS_MAX}, or one of the errors.
     */
    public long units(final CharSequence text)
    {
        final int length = text.length();
        int at = 0;
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+'))
        {
            negative = text.charAt(0) == '-';
            at = 1;
        }

        // Zeros are held back until a digit follows, so the mantissa never ends in one and trailing zeros cost nothing.
        long digits = 0;
        int digitCount = 0;
        int seen = 0;
        int zeros = 0;
        int integerZeros = 0;
        int fraction = 0;
        int committedFraction = 0;
        boolean point = false;
        for (; at < length; at++)
        {
            final int c = text.charAt(at);
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }
            final int digit = c - '0';
            if (digit < 0 || digit > 9)
            {
                break;
            }
            seen++;
            fraction += point ? 1 : 0;
            if (digit == 0)
            {
                zeros++;
                integerZeros += point ? 0 : 1;
                continue;
            }
            if (digitCount == 0)
            {
                digits = digit;
                digitCount = 1;
            }
            else if (digitCount + zeros + 1 > DIGITS_MAX)
            {
                return slowUnits(text);
            }
            else
            {
                digits = digits * POWERS[zeros + 1] + digit;
                digitCount += zeros + 1;
            }
            zeros = 0;
            integerZeros = 0;
            committedFraction = fraction;
        }
        if (at < length)
        {
            return slowUnits(text);
        }
        if (seen == 0 || length > TEXT_MAX)
        {
            return NOT_A_NUMBER;
        }
        if (digits == 0)
        {
            return 0;
        }
        final int shift = (committedFraction > 0 ? -committedFraction : integerZeros) - exponent;
        if (shift < 0)
        {
            return OFF_STEP;
        }
        if (shift > DIGITS_MAX || Math.multiplyHigh(digits, POWERS[shift]) != 0 || digits * POWERS[shift] < 0)
        {
            return slowUnits(text);
        }
        final long product = digits * POWERS[shift];
        if (product % mantissa != 0)
        {
            return OFF_STEP;
        }
        final long units = product / mantissa;
        return units > UNITS_MAX ? OVERFLOW : negative ? -units : units;
    }

    /**
     * Units of a number, finer ones rounded half even: for rates and scores, which have no step of their own.
     *
     * @param text as {@link #units}.
     * @return as {@link #units}, without {@link #OFF_STEP}.
     */
    public long roundedUnits(final CharSequence text)
    {
        final long exact = units(text);
        if (exact != OFF_STEP)
        {
            return exact;
        }
        final BigDecimal value = toBigDecimal(text);
        return inRange(value.divide(size(), 0, RoundingMode.HALF_EVEN).toBigIntegerExact());
    }

    /**
     * The decimal text of a number of units, in its shortest plain form. Allocates nothing but what the target does.
     *
     * @param units  any.
     * @param target to append to.
     */
    public void append(final long units, final StringBuilder target)
    {
        if (Math.multiplyHigh(units, mantissa) != (units * mantissa) >> 63 || units * mantissa == Long.MIN_VALUE)
        {
            final BigDecimal value = BigDecimal.valueOf(units).multiply(size());
            target.append(value.stripTrailingZeros().toPlainString());
            return;
        }
        long digits = units * mantissa;
        if (digits == 0)
        {
            target.append('0');
            return;
        }
        if (digits < 0)
        {
            target.append('-');
            digits = -digits;
        }
        int scale = -exponent;
        for (; scale > 0 && digits % 10 == 0; scale--)
        {
            digits /= 10;
        }
        if (scale <= 0)
        {
            target.append(digits);
            for (int i = scale; i < 0; i++)
            {
                target.append('0');
            }
            return;
        }
        target.append(digits / POWERS[scale]).append('.');
        final long fraction = digits % POWERS[scale];
        for (int i = scale - 1; i > 0 && fraction < POWERS[i]; i--)
        {
            target.append('0');
        }
        target.append(fraction);
    }

    /**
     * The decimal text of a number of units.
     *
     * @param units any.
     * @return shortest plain form.
     */
    public String text(final long units)
    {
        final StringBuilder target = new StringBuilder(24);
        append(units, target);
        return target.toString();
    }

    /**
     * The unit as a number.
     *
     * @return above 0.
     */
    public BigDecimal size()
    {
        return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
    }

    /**
     * A bounded look at a text as a number.
     *
     * @param text any.
     * @return the number, or null when the text is none, or is one beyond 10^±99 or 100 characters.
     */
    public static BigDecimal toBigDecimal(final CharSequence text)
    {
        if (text.length() == 0 || text.length() > TEXT_MAX)
        {
            return null;
        }
        int digits = 0;
        int at = 0;
        for (; at < text.length() && text.charAt(at) != 'e' && text.charAt(at) != 'E'; at++)
        {
            final int c = text.charAt(at);
            final boolean sign = at == 0 && (c == '-' || c == '+');
            if (!sign && c != '.' && (c < '0' || c > '9'))
            {
                return null;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (digits == 0 || text.length() - at > 4)
        {
            return null;
        }
        for (int i = at + 1; i < text.length(); i++)
        {
            final int c = text.charAt(i);
            final boolean sign = i == at + 1 && (c == '-' || c == '+');
            if (!sign && (c < '0' || c > '9'))
            {
                return null;
            }
        }
        try
        {
            final BigDecimal value = new BigDecimal(text.toString());
            return Math.abs((long)value.scale()) > TEXT_MAX + EXPONENT_MAX ? null : value;
        }
        catch (final NumberFormatException ex)
        {
            return null;
        }
    }

    private long slowUnits(final CharSequence text)
    {
        final BigDecimal value = toBigDecimal(text);
        if (value == null)
        {
            return NOT_A_NUMBER;
        }
        final BigDecimal[] parts = value.divideAndRemainder(size());
        if (parts[1].signum() != 0)
        {
            return OFF_STEP;
        }
        return inRange(parts[0].toBigIntegerExact());
    }

    private static long inRange(final BigInteger units)
    {
        return units.bitLength() > 62 || units.abs().bitLength() > 62 ? OVERFLOW : units.longValueExact();
    }
}
