package planted.fds.market.book;

/** Planted: floating point in the middle of an expression, seen in no signature. */
public final class AveragesPrices
{
    long averageTicks(final long sumTicks, final long count)
    {
        return (long)((double)sumTicks / count);
    }
}
