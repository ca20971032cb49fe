package fds.bench.latency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A figure measured several times.
 *
 * @param median of all; the mean of the middle two when their number is even.
 * @param least  of all.
 * @param most   of all.
 * @param count  how many there were; 0: the others are 0 too.
 */
record Spread(double median, double least, double most, int count)
{
    /** Of values in any order, possibly none. */
    static Spread of(final List<Double> values)
    {
        final double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0)
        {
            return new Spread(0, 0, 0, 0);
        }
        final double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** As {@code 1.92 [1.80-2.10]}. */
    String text(final int decimals)
    {
        if (count == 0)
        {
            return "-";
        }
        final String form = "%." + decimals + "f";
        return String.format(Locale.ROOT, form + " [" + form + "-" + form + "]", median, least, most);
    }

    /** As text that {@link #parse} reads. */
    static String join(final List<Double> values)
    {
        return String.join(" ", values.stream().map(value -> Double.toString(value)).toList());
    }

    /** The values that {@link #join} wrote. */
    static List<Double> parse(final String text)
    {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }
}
