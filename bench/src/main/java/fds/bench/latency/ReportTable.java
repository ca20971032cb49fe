package fds.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fds.app.view.TextTable;
import fds.engine.Waiting;
import org.HdrHistogram.Histogram;

/** The report for people: a block for each way to run the engine, in it a part for each rate. */
final class ReportTable
{
    private static final double[] PERCENTILES = { 50, 90, 99, 99.9, 99.99, 100 };

    private ReportTable()
    {
    }

    /** What the figures mean, and the rule, before any of them. */
    static List<String> head()
    {
        return List.of(
            "Latency is from when an event should have been sent until it is decided and everything is journaled.",
            "The floor is the same events at the same pace over as many hops, with a handler that does nothing.",
            "Windows of " + Pacer.WINDOW_NANOS / 1_000_000 + " ms. The rule: a window is disturbed when the path's " +
                "threads together waited ready for a core for more than " + Disturbance.WAIT_NANOS_MAX / 1_000 + " us,",
            "beyond what this program's own other threads (compiler, collector, reserver) ran in it; the floor's, too,",
            "when those ran for more than " + Disturbance.FLOOR_WORK_NANOS_MAX / 1_000 + " us in it." +
                (SchedStat.isReadable() ? "" : " This machine does not tell: no window counts as disturbed."));
    }

    /** A block. */
    static List<String> of(final CellResult result)
    {
        final List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(result.spec().title() + ", " + result.spec().pairs() + " pairs");
        for (final RateResult rate : result.rates())
        {
            lines.add("");
            lines.add(String.format(Locale.ROOT, "  %,d events/s, %s (late at the end of %s of the windows)",
                rate.rate(), rate.keptUp() ? "kept up with" : "NOT KEPT UP WITH", percent(rate.engine().late())));
            lines.addAll(rows(rate));
            lines.add("    engine / floor, undisturbed, median [least-most] of " + rate.ratio(0).count() +
                " pairs:  p50 " + rate.ratio(0).text(2) + "  p99 " + rate.ratio(1).text(2) +
                "  p99.9 " + rate.ratio(2).text(2));
        }
        if (!result.flood().engine().isEmpty())
        {
            lines.add("");
            lines.addAll(flood(result));
        }
        if (result.findings() == 0)
        {
            lines.add("  nothing was found in this flow: the path was not walked to its end");
        }
        return lines;
    }

    private static List<String> rows(final RateResult rate)
    {
        final TextTable table = new TextTable("", ">p50", ">p90", ">p99", ">p99.9", ">p99.99", ">max", ">windows",
            ">waited for a core", ">bytes/event");
        row(table, "engine, all", rate.engine(), rate.engine().all(), rate.engine().windows(),
            String.format(Locale.ROOT, "%.3f", rate.bytesPerEvent()));
        row(table, "engine, undisturbed", null, rate.engine().undisturbed(), rate.engine().undisturbedWindows(), "");
        row(table, "floor, all", rate.floor(), rate.floor().all(), rate.floor().windows(), "");
        row(table, "floor, undisturbed", null, rate.floor().undisturbed(), rate.floor().undisturbedWindows(), "");
        return table.lines("    ");
    }

    private static void row(
        final TextTable table,
        final String name,
        final Reading waits,
        final Histogram histogram,
        final int windows,
        final String bytes)
    {
        final String[] cells = new String[PERCENTILES.length + 4];
        cells[0] = name;
        for (int i = 0; i < PERCENTILES.length; i++)
        {
            cells[i + 1] = histogram.getTotalCount() == 0 ? "-" :
                Nanos.text(PERCENTILES[i] == 100 ? histogram.getMaxValue() :
                    histogram.getValueAtPercentile(PERCENTILES[i]));
        }
        cells[PERCENTILES.length + 1] = Integer.toString(windows);
        cells[PERCENTILES.length + 2] = waits == null ? "" :
            Nanos.text(waits.waitMicrosPerSecond() * 1e3) + "/s";
        cells[PERCENTILES.length + 3] = bytes;
        table.row(cells);
    }

    private static List<String> flood(final CellResult result)
    {
        final Spread engine = Spread.of(result.flood().engine());
        final Spread floor = Spread.of(result.flood().floor());
        final Spread cpu = Spread.of(result.flood().cpuNanos());
        return List.of(String.format(Locale.ROOT,
            "  full speed, %d runs, median [least-most]: engine %,.0f events/s [%,.0f-%,.0f], " +
                "floor %,.0f [%,.0f-%,.0f]",
            engine.count(), engine.median(), engine.least(), engine.most(), floor.median(), floor.least(),
            floor.most()),
            "    CPU of the engine's threads: " + cpu.text(0) + " ns an event" +
                (result.spec().waiting() == Waiting.BUSY_SPIN ? ", spinning while they wait included" : ""));
    }

    private static String percent(final double share)
    {
        return Math.round(share * 100) + " %";
    }
}
