package fds.feeds.clean;

import java.util.Arrays;

/**
 * The middle of an instrument's last prints, and how far a print may be from it. A print out of range is no part of the
 * middle, unless as many came one behind the other as make half the window: then the market has moved.
 */
final class PrintBand
{
    private final int window;
    private final long bandPpm;
    private final long[] prices;  // [count % window]
    private final long[] sorted;
    private final long[] outside; // the prints out of range since the last in range
    private long count;
    private int outsideCount;

    PrintBand(final int window, final long bandPpm)
    {
        this.window = window;
        this.bandPpm = bandPpm;
        prices = new long[window];
        sorted = new long[window];
        outside = new long[window / 2 + 1];
    }

    /**
     * Take a print in.
     *
     * @param priceTicks any.
     * @return the middle from which it is too far, in ticks, or 0 when it is not; while the window is not full none is.
     */
    long meets(final long priceTicks)
    {
        if (count < window)
        {
            add(priceTicks);
            return 0;
        }
        final long middle = sorted[window / 2];
        if (isWithin(priceTicks, middle))
        {
            outsideCount = 0;
            add(priceTicks);
            return 0;
        }
        outside[outsideCount++] = priceTicks;
        if (outsideCount == outside.length)
        {
            for (final long price : outside)
            {
                add(price);
            }
            outsideCount = 0;
        }
        return middle;
    }

    private boolean isWithin(final long price, final long middle)
    {
        // |price - middle| <= |middle| * band, without overflow: prices are below 2^62.
        final long distance = Math.abs(price - middle);
        final long size = Math.abs(middle);
        final long whole = Math.multiplyHigh(size, bandPpm) != 0 || size * bandPpm < 0 ? Long.MAX_VALUE :
            size * bandPpm / 1_000_000;
        return distance <= whole;
    }

    private void add(final long price)
    {
        final int slot = (int)(count % window);
        if (count < window)
        {
            prices[slot] = price;
            count++;
            if (count == window)
            {
                System.arraycopy(prices, 0, sorted, 0, window);
                Arrays.sort(sorted);
            }
            return;
        }
        exchange(prices[slot], price);
        prices[slot] = price;
        count++;
    }

    /** Keeps the order: what lies between the place that is left and the one that is taken moves by one. */
    private void exchange(final long gone, final long come)
    {
        int at = Arrays.binarySearch(sorted, gone);
        while (at + 1 < window && sorted[at + 1] < come)
        {
            sorted[at] = sorted[at + 1];
            at++;
        }
        while (at > 0 && sorted[at - 1] > come)
        {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = come;
    }
}
