package fds.bench.latency;

import java.util.ArrayList;
import java.util.List;

import fds.app.view.JsonLines;
import fds.app.view.TextTable;
import fds.bench.flow.BenchEngine;

/**
 * CPU time that each detector costs, with what it needs (book, live orders, features): the engine with it alone, less
 * the engine without any in the run beside it. What several need is counted for each of them.
 */
final class DetectorCosts
{
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 11;

    private final Fork fork;

    DetectorCosts(final Fork fork)
    {
        this.fork = fork;
    }

    /** A row. */
    record Cost(String what, Spread nanos, double beside)
    {
        double own()
        {
            return nanos.median() - beside;
        }
    }

    /** Measure each of those that are shipped, then all of them, and all with risk. */
    List<Cost> measure()
    {
        final List<String> whats = new ArrayList<>();
        BenchEngine.shippedDetectors().forEach(detector -> whats.add(detector.factory().info().id()));
        whats.add("risk");
        whats.add("all");
        whats.add("all_risk");
        final List<Cost> costs = new ArrayList<>();
        for (final String what : whats)
        {
            final double none = nanos("none").median();
            costs.add(new Cost(what, nanos(what), none));
        }
        return costs;
    }

    private Spread nanos(final String what)
    {
        return Spread.of(Work.Result.of(fork.run(Work.class, Work.asked(what, WARM_UP_ROUNDS, ROUNDS))).cpuNanos());
    }

    static List<String> table(final List<Cost> costs)
    {
        final TextTable table = new TextTable("", ">CPU-ns an event", ">without", ">its own");
        costs.forEach(cost -> table.row(cost.what(), cost.nanos().text(0), Long.toString(Math.round(cost.beside())),
            Long.toString(Math.round(cost.own()))));
        final List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("detectors, each alone with what it needs, inline without journal; median [least-most] of " + ROUNDS +
            " rounds");
        lines.addAll(table.lines("  "));
        return lines;
    }

    static List<String> json(final List<Cost> costs)
    {
        return costs.stream().map(cost -> JsonLines.text(json ->
        {
            json.writeStringField("measures", "detector");
            json.writeStringField("what", cost.what());
            json.writeNumberField("cpu_ns_per_event", cost.nanos().median());
            json.writeNumberField("without_ns", cost.beside());
            json.writeNumberField("own_ns", cost.own());
        })).toList();
    }
}
