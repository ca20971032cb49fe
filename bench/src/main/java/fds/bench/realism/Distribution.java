package fds.bench.realism;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Values of 0 and more, kept to three digits in bounded memory. */
final class Distribution
{
    private final Histogram histogram = new Histogram(3);

    /**
     * A share of the values that is at least so large.
     *
     * @param value of the distribution.
     * @param share 0 to 1.
     */
    record Point(double value, double share)
    {
    }

    void add(final long value)
    {
        add(value, 1);
    }

    void add(final long value, final long weight)
    {
        histogram.recordValueWithCount(Math.max(0, value), weight);
    }

    long count()
    {
        return histogram.getTotalCount();
    }

    double mean()
    {
        return histogram.getMean();
    }

    /** The value that a share of the values does not exceed. */
    double quantile(final double share)
    {
        return histogram.getValueAtPercentile(share * 100);
    }

    /** Standard deviation by mean: 1 for waiting times of chance alone. */
    double variation()
    {
        return histogram.getStdDeviation() / histogram.getMean();
    }

    /** How large a share of the values is at least a value, for each value there is, ascending. */
    List<Point> exceeding()
    {
        final List<Point> points = new ArrayList<>();
        long above = count();
        for (final HistogramIterationValue step : histogram.recordedValues())
        {
            points.add(new Point(histogram.lowestEquivalentValue(step.getValueIteratedTo()), (double)above / count()));
            above -= step.getCountAtValueIteratedTo();
        }
        return points;
    }
}
