package fds.market.features;

import fds.market.memory.NativeBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A sum over a trailing window of engine time, in buckets. It lives in the words of a record: the newest bucket's
 * number, the sum, then a word a bucket. The window reaches back over the current bucket and the {@code buckets - 1}
 * before it.
 * <p>
 * A record, because the compiler takes the fields of a constant record for constants: a division by one is a
 * multiplication then, on the path of every message.
 *
 * @param buckets     1 or more.
 * @param bucketNanos length of each, 1 or more.
 */
public record BucketWindow(int buckets, long bucketNanos)
{
    private static final int SUM = 8;
    private static final int BUCKETS = 16;

    /**
     * Words of 8 bytes that a window takes in a record.
     *
     * @return words.
     */
    public int words()
    {
        return buckets + 2;
    }

    /**
     * Add to the current bucket.
     *
     * @param memory    of the record: a {@link NativeBuffer}.
     * @param at        first word of the window.
     * @param timeNanos engine time.
     * @param value     to add; may be negative.
     * @return the sum over the window, this value included.
     */
    public long add(final UnsafeBuffer memory, final int at, final long timeNanos, final long value)
    {
        final NativeBuffer words = (NativeBuffer)memory;
        final long first = at;
        final long bucket = advance(words, first, timeNanos);
        final long word = first + BUCKETS + bucket % buckets * 8;
        words.putLong(word, words.getLong(word) + value);
        final long sum = words.getLong(first + SUM) + value;
        words.putLong(first + SUM, sum);
        return sum;
    }

    /**
     * The sum over the window as of a time.
     *
     * @param memory    of the record: a {@link NativeBuffer}.
     * @param at        first word of the window.
     * @param timeNanos engine time.
     * @return sum.
     */
    public long sum(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        final NativeBuffer words = (NativeBuffer)memory;
        advance(words, at, timeNanos);
        return words.getLong((long)at + SUM);
    }

    /**
     * Where a bucket of the window lies. Valid after the window was added to or summed at the newest time.
     *
     * @param at     first word of the window.
     * @param bucket its number: a time within the window divided by the bucket's length.
     * @return byte offset of its word.
     */
    public int wordOf(final int at, final long bucket)
    {
        return at + BUCKETS + (int)(bucket % buckets) * 8;
    }

    /** Drop what has left the window. Times before 1970 do not occur; an all-zero window is an empty one. */
    private long advance(final NativeBuffer memory, final long at, final long timeNanos)
    {
        final long bucket = timeNanos / bucketNanos;
        final long newest = memory.getLong(at);
        if (bucket == newest)
        {
            return bucket;
        }
        long sum = memory.getLong(at + SUM);
        if (bucket - newest >= buckets)
        {
            for (long word = at + BUCKETS; word < at + BUCKETS + buckets * 8; word += 8)
            {
                memory.putLong(word, 0);
            }
            sum = 0;
        }
        else
        {
            for (long gone = newest + 1; gone <= bucket; gone++)
            {
                final long word = at + BUCKETS + gone % buckets * 8;
                sum -= memory.getLong(word);
                memory.putLong(word, 0);
            }
        }
        memory.putLong(at, bucket);
        memory.putLong(at + SUM, sum);
        return bucket;
    }
}
