package fds.app.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for labels. */
public final class Numbers
{
    private static final String[] SUFFIXES = { "", "k", "M", "G", "T" };

    private Numbers()
    {
    }

    /**
     * A round step.
     *
     * @param least above 0.
     * @return the smallest of 1, 2 or 5 times a power of ten that is not below it.
     */
    public static double step(final double least)
    {
        final double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (final int factor : new int[]{ 1, 2, 5 })
        {
            if (factor * power >= least * (1 - 1e-9))
            {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /**
     * A multiple of a step.
     *
     * @param value multiple.
     * @param step  as by {@link #step}.
     * @return with as many decimals as the step has, commas between thousands.
     */
    public static String stepped(final double value, final double step)
    {
        final int decimals = Math.max(0, (int)Math.ceil(-Math.log10(step) - 1e-9));
        final double size = Math.abs(value);
        if (decimals == 0 && size >= 1_000_000 && step >= 1_000)
        {
            return compact(value);
        }
        return grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    /**
     * A number in few signs.
     *
     * @param value any finite number.
     * @return three digits at most, with k, M, G or T; very small ones as a power of ten.
     */
    public static String compact(final double value)
    {
        if (value == 0)
        {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        final double size = rounded.abs().doubleValue();
        if (size < 0.001 || size >= 1e15)
        {
            final int power = rounded.precision() - rounded.scale() - 1;
            final String digits = rounded.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString();
            return (digits.equals("1") ? "10" : digits + "·10") + superscript(power);
        }
        int group = 0;
        while (rounded.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 && group < SUFFIXES.length - 1)
        {
            rounded = rounded.movePointLeft(3);
            group++;
        }
        return rounded.stripTrailingZeros().toPlainString() + SUFFIXES[group];
    }

    /** With commas between the thousands before the point. */
    private static String grouped(final String plain)
    {
        final int point = plain.indexOf('.');
        final String whole = point < 0 ? plain : plain.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (point < 0 ? "" : plain.substring(point));
    }

    private static String superscript(final int power)
    {
        final StringBuilder text = new StringBuilder();
        for (final char digit : Integer.toString(power).toCharArray())
        {
            text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }
}
