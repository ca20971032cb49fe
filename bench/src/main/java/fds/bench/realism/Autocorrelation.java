package fds.bench.realism;

/** How values of a series resemble those some steps before, up to a fixed number of steps; keeps that many values. */
final class Autocorrelation
{
    private final double[] recent; // [count % length]
    private final double[] products; // [lag]
    private double sum;
    private double squares;
    private double fourths;
    private long count;

    /** For lags from 1 to the largest. */
    Autocorrelation(final int lagMax)
    {
        recent = new double[lagMax];
        products = new double[lagMax + 1];
    }

    void add(final double value)
    {
        for (int lag = 1; lag <= Math.min(recent.length, count); lag++)
        {
            products[lag] += value * recent[(int)((count - lag) % recent.length)];
        }
        recent[(int)(count % recent.length)] = value;
        sum += value;
        squares += value * value;
        fourths += value * value * value * value;
        count++;
    }

    long count()
    {
        return count;
    }

    int lagMax()
    {
        return recent.length;
    }

    /** The coefficient at a lag, -1 to 1; NaN for a series that is shorter or never moves. */
    double at(final int lag)
    {
        final double mean = sum / count;
        final double variance = squares / count - mean * mean;
        return count <= lag || variance <= 0 ? Double.NaN : (products[lag] / (count - lag) - mean * mean) / variance;
    }

    /** The mean coefficient over lags, ends included; NaN as above. */
    double mean(final int from, final int to)
    {
        double total = 0;
        for (int lag = from; lag <= to; lag++)
        {
            total += at(lag);
        }
        return total / (to - from + 1);
    }

    /** Fourth moment over the squared second, of values around zero: 3 for a normal distribution. */
    double kurtosis()
    {
        return squares == 0 ? Double.NaN : fourths * count / (squares * squares);
    }
}
