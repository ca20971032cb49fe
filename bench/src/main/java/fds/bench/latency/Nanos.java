package fds.bench.latency;

import java.util.Locale;

/** Durations for people. */
final class Nanos
{
    private Nanos()
    {
    }

    /** In three digits and a unit, as {@code 512 ns}, {@code 1.25 us}, {@code 20.3 ms}. */
    static String text(final double nanos)
    {
        return nanos < 999.5 ? Math.round(nanos) + " ns" : nanos < 999_500 ? digits(nanos / 1e3) + " us" :
            nanos < 999_500_000 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
    }

    private static String digits(final double value)
    {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }
}
