package fds.bench.suite;

import java.util.Locale;

/**
 * A share that was measured, with its 95 % interval by Wilson's score, which holds for small counts and near 0 and 1.
 * <p>
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 *
 * @param share of {@code of}.
 * @param low   end of the interval.
 * @param high  end of the interval.
 * @param of    trials; 0: nothing was measured, and the share is not a number.
 */
public record Interval(double share, double low, double high, long of)
{
    private static final double Z = 1.959963984540054;

    /**
     * Of counts.
     *
     * @param hits 0 to {@code of}.
     * @param of   trials.
     * @return the share.
     */
    public static Interval wilson(final long hits, final long of)
    {
        if (of == 0)
        {
            return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        final double share = (double)hits / of;
        final double spread = Z * Z / of;
        final double middle = (share + spread / 2) / (1 + spread);
        final double half = Z * Math.sqrt(share * (1 - share) / of + spread / (4.0 * of)) / (1 + spread);
        return new Interval(share, hits == 0 ? 0 : middle - half, hits == of ? 1 : middle + half, of);
    }

    /**
     * For people.
     *
     * @return for example {@code 0.95 [0.91, 0.98]}, {@code -} when nothing was measured.
     */
    public String text()
    {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", share, low, high);
    }

    /**
     * A bound as a cell.
     *
     * @param value one of the three.
     * @return three decimals, empty when nothing was measured.
     */
    public static String cell(final double value)
    {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
