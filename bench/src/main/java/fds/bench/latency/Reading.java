package fds.bench.latency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.DataFormatException;

import org.HdrHistogram.Histogram;

/** What windows of one subject told: latencies of all, and of those that nobody else disturbed. */
final class Reading
{
    private static final double LATE_MIN = 0.05; // of a window's length
    private static final long LATENCY_NANOS_MAX = 60_000_000_000L;

    private final Histogram all = newHistogram();
    private final Histogram undisturbed = newHistogram();
    private int windows;
    private int undisturbedWindows;
    private long waitedNanos;
    private long spentNanos;
    private int lateWindows;

    static Histogram newHistogram()
    {
        return new Histogram(1, LATENCY_NANOS_MAX, 3);
    }

    /**
     * A window has ended.
     *
     * @param done        its latencies.
     * @param isDisturbed by the rule.
     * @param waited      of the path, ns.
     * @param spent       from its begin until all was done, ns.
     * @param late        from when its last event was due until all was done, ns.
     */
    void add(
        final Completions done, final boolean isDisturbed, final long waited, final long spent, final long late)
    {
        final int count = done.count();
        for (int i = 0; i < count; i++)
        {
            final long nanos = Math.min(LATENCY_NANOS_MAX, Math.max(1, done.latencyNanos(i)));
            all.recordValue(nanos);
            if (!isDisturbed)
            {
                undisturbed.recordValue(nanos);
            }
        }
        windows++;
        undisturbedWindows += isDisturbed ? 0 : 1;
        waitedNanos += waited;
        spentNanos += spent;
        lateWindows += late > LATE_MIN * Pacer.WINDOW_NANOS ? 1 : 0;
    }

    /** Add what another told. */
    void add(final Reading other)
    {
        all.add(other.all);
        undisturbed.add(other.undisturbed);
        windows += other.windows;
        undisturbedWindows += other.undisturbedWindows;
        waitedNanos += other.waitedNanos;
        spentNanos += other.spentNanos;
        lateWindows += other.lateWindows;
    }

    /** Write everything under keys that begin alike. */
    void put(final Properties values, final String prefix)
    {
        values.setProperty(prefix + "all", packed(all));
        values.setProperty(prefix + "undisturbed", packed(undisturbed));
        values.setProperty(prefix + "windows", Integer.toString(windows));
        values.setProperty(prefix + "undisturbed_windows", Integer.toString(undisturbedWindows));
        values.setProperty(prefix + "waited_ns", Long.toString(waitedNanos));
        values.setProperty(prefix + "spent_ns", Long.toString(spentNanos));
        values.setProperty(prefix + "late_windows", Integer.toString(lateWindows));
    }

    /** Read what {@link #put} wrote. */
    static Reading of(final Properties values, final String prefix)
    {
        final Reading reading = new Reading();
        reading.all.add(unpacked(values.getProperty(prefix + "all")));
        reading.undisturbed.add(unpacked(values.getProperty(prefix + "undisturbed")));
        reading.windows = Integer.parseInt(values.getProperty(prefix + "windows"));
        reading.undisturbedWindows = Integer.parseInt(values.getProperty(prefix + "undisturbed_windows"));
        reading.waitedNanos = Long.parseLong(values.getProperty(prefix + "waited_ns"));
        reading.spentNanos = Long.parseLong(values.getProperty(prefix + "spent_ns"));
        reading.lateWindows = Integer.parseInt(values.getProperty(prefix + "late_windows"));
        return reading;
    }

    /** A histogram as text, in its own compressed form. */
    static String packed(final Histogram histogram)
    {
        final ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        final int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    private static Histogram unpacked(final String text)
    {
        try
        {
            return Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(Base64.getDecoder().decode(text)), LATENCY_NANOS_MAX);
        }
        catch (final DataFormatException e)
        {
            throw new IllegalStateException("a measurement's histogram cannot be read", e);
        }
    }

    Histogram all()
    {
        return all;
    }

    Histogram undisturbed()
    {
        return undisturbed;
    }

    int windows()
    {
        return windows;
    }

    int undisturbedWindows()
    {
        return undisturbedWindows;
    }

    /** Run-queue wait of the path, microseconds for each second of windows. */
    double waitMicrosPerSecond()
    {
        return spentNanos == 0 ? 0 : waitedNanos * 1e6 / spentNanos;
    }

    /** Share of the windows at whose end more than a twentieth of their length was still to be worked off. */
    double late()
    {
        return windows == 0 ? 0 : lateWindows / (double)windows;
    }
}
