package fds.bench.latency;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import fds.app.run.StopSignal;
import fds.app.run.WarmUp;
import fds.app.setup.Settings;
import fds.app.view.JsonLines;
import fds.app.view.TextTable;
import fds.bench.replays.Replay;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import org.HdrHistogram.Histogram;

/**
 * Latency of the first events of a run, with and without warm-up, beside the steady state of the same virtual machine.
 * Each run is a virtual machine of its own; the sender is warm in both, so that what is slow is the engine.
 */
public final class FirstEvents
{
    private static final int EVENTS = 10_000;
    private static final long RATE = 50_000;
    private static final int SENDER_EVENTS = 500_000;
    private static final int STEADY_EVENTS = 5_000_000;

    private FirstEvents()
    {
    }

    /** A run: percentiles of its first events and of its steady state. */
    record Run(boolean isWarm, double[] first, double[] steady)
    {
    }

    /**
     * Measure a run.
     *
     * @param args file of the specification, file for the result, directory for journals.
     * @throws IOException when a file cannot be read or written.
     */
    public static void main(final String[] args) throws IOException
    {
        final Properties asked = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0])))
        {
            asked.load(in);
        }
        final Properties told = measure(CellSpec.of(asked), "true".equals(asked.getProperty("warm")),
            Path.of(args[2]).resolve("journal"));
        try (Writer out = Files.newBufferedWriter(Path.of(args[1])))
        {
            told.store(out, null);
        }
    }

    private static Properties measure(final CellSpec spec, final boolean isWarm, final Path journal)
    {
        final Settings settings = spec.settings();
        final Schedule schedule = new Schedule();
        final Pacer pacer = new Pacer(schedule);
        final Properties told = new Properties();
        try (StopSignal stop = new StopSignal();
            SimulatorFeed feed = new SimulatorFeed(spec.flow().venue(SENDER_EVENTS), LabelSink.NONE))
        {
            final Tape tape = Tape.record(feed, SENDER_EVENTS);
            try (FloorSubject floor = new FloorSubject(settings.engine().threading(), spec.waiting(),
                settings.engine().inboundEvents(), tape.again(), new Completions(schedule, EVENTS)))
            {
                floor.resume();
                pacer.flood(floor, SENDER_EVENTS);
                pacer.once(floor, RATE, EVENTS);
                floor.pause();
            }
            if (isWarm)
            {
                WarmUp.run(settings, stop);
            }
            try (EngineSubject engine =
                new EngineSubject(settings, journal, feed, tape, new Completions(schedule, EVENTS)))
            {
                told.setProperty("first", percentiles(pacer.once(engine, RATE, EVENTS)));
                pacer.warmUp(engine, STEADY_EVENTS);
                engine.pause();
                pacer.settle(engine, RATE, 400);
                engine.resume();
                told.setProperty("steady", percentiles(pacer.once(engine, RATE, EVENTS)));
            }
        }
        finally
        {
            Replay.remove(journal);
        }
        return told;
    }

    private static String percentiles(final Histogram histogram)
    {
        return Spread.join(List.of((double)histogram.getValueAtPercentile(50),
            (double)histogram.getValueAtPercentile(99), (double)histogram.getMaxValue()));
    }

    /** Measure so many pairs, without and with warm-up. */
    static List<Run> measure(final Fork fork, final CellSpec spec, final int pairs)
    {
        final List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 2 * pairs; i++)
        {
            final boolean isWarm = i % 2 == 1;
            final Properties asked = new Properties();
            spec.put(asked);
            asked.setProperty("warm", Boolean.toString(isWarm));
            final Properties told = fork.run(FirstEvents.class, asked);
            runs.add(new Run(isWarm, values(told.getProperty("first")), values(told.getProperty("steady"))));
        }
        return runs;
    }

    private static double[] values(final String text)
    {
        return Spread.parse(text).stream().mapToDouble(Double::doubleValue).toArray();
    }

    static List<String> table(final CellSpec spec, final List<Run> runs)
    {
        final TextTable table = new TextTable("", ">p50", ">p99", ">max", ">p99 / steady, median [least-most]");
        for (final boolean isWarm : new boolean[]{ false, true })
        {
            final List<Run> chosen = runs.stream().filter(run -> run.isWarm() == isWarm).toList();
            table.row(isWarm ? "first, warmed up" : "first, cold", median(chosen, true, 0), median(chosen, true, 1),
                median(chosen, true, 2),
                Spread.of(chosen.stream().map(run -> run.first()[1] / run.steady()[1]).toList()).text(2));
        }
        table.row("steady state", median(runs, false, 0), median(runs, false, 1), median(runs, false, 2), "");
        final List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "first %,d events at %,d/s, %s; medians of %d runs each", EVENTS,
            RATE, spec.title(), runs.size() / 2));
        lines.addAll(table.lines("  "));
        return lines;
    }

    static List<String> json(final List<Run> runs)
    {
        return runs.stream().map(run -> JsonLines.text(json ->
        {
            json.writeStringField("measures", "first_events");
            json.writeBooleanField("warm_up", run.isWarm());
            json.writeNumberField("first_p50", run.first()[0]);
            json.writeNumberField("first_p99", run.first()[1]);
            json.writeNumberField("first_max", run.first()[2]);
            json.writeNumberField("steady_p50", run.steady()[0]);
            json.writeNumberField("steady_p99", run.steady()[1]);
            json.writeNumberField("steady_max", run.steady()[2]);
        })).toList();
    }

    private static String median(final List<Run> runs, final boolean isFirst, final int place)
    {
        return Nanos.text(Spread.of(runs.stream()
            .map(run -> isFirst ? run.first()[place] : run.steady()[place]).toList()).median());
    }
}
