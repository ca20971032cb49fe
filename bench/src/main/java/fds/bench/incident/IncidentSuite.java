package fds.bench.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/**
 * Cases of a folder inside ordinary flow of a tenth of, once and ten times its rate: what must fire does, in time and
 * with its evidence; the twin without its cause is silent; honest look-alikes are let alone.
 */
public final class IncidentSuite implements Suite
{
    /** Times the ordinary rate of messages. */
    static final double[] FACTORS = { 0.1, 1, 10 };

    /** Tell of mistakes, not of abuse: they may name an honest account. */
    private static final Set<String> OF_MISTAKES = Set.of("D43");

    private final List<IncidentCase> cases;
    private final double[] factors;
    private Path keepIn; // null: what is run is not kept

    /**
     * All cases of a folder.
     *
     * @param folder with a folder for each.
     */
    public IncidentSuite(final Path folder)
    {
        this(IncidentCase.all(folder), FACTORS);
    }

    IncidentSuite(final List<IncidentCase> cases, final double... factors)
    {
        this.cases = cases;
        this.factors = factors.clone();
    }

    /**
     * Keep what is run as normalized CSV, a folder each.
     *
     * @param folder made where there is none.
     */
    public void keepIn(final Path folder)
    {
        keepIn = folder;
    }

    @Override
    public String name()
    {
        return "incidents";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        progress.begin(name(), cases.stream().mapToInt(each -> factors.length * (1 + twins(each).size())).sum());
        final List<CaseResult> results = new ArrayList<>();
        final Path folder = keepIn != null ? keepIn : scratch();
        for (final IncidentCase each : cases)
        {
            results.add(new CaseResult(each, engine, twins(each), factors, folder, keepIn != null, progress));
        }
        if (keepIn == null)
        {
            folder.toFile().delete();
        }
        return report(results, engine);
    }

    private static List<Verdict.Twin> twins(final IncidentCase of)
    {
        return of.verdicts().stream().map(Verdict::twin).filter(twin -> twin != null).distinct().toList();
    }

    /** Whether a detector that tells something of somebody accuses him of abuse. */
    static boolean accuses(final ToldAlert alert, final MeasuredEngine engine)
    {
        return !engine.accusesNobody(alert.detector()) && !OF_MISTAKES.contains(alert.detector()) &&
            !alert.accounts().isEmpty();
    }

    private SuiteReport report(final List<CaseResult> results, final MeasuredEngine engine)
    {
        final SuiteReport report = new SuiteReport();
        final StringBuilder header = new StringBuilder("| case | detector | must |");
        for (final double factor : factors)
        {
            header.append(" x").append(number(factor)).append(" |");
        }
        report.lines(header + " seconds from the first, last event | its twin | twin's answer | why |",
            "| --- | --- | --- |" + " --- |".repeat(factors.length) + " --- | --- | --- | --- |");
        final Map<String, IncidentTally> tallies = new TreeMap<>();
        for (final CaseResult result : results)
        {
            for (final Verdict verdict : result.of().verdicts())
            {
                result.tell(verdict, engine, report, tallies);
            }
        }
        report.lines("", "| detector | cases x rates | found in time, with evidence | [95 %] | late | " +
            "other evidence | twins silent | silent where it must be | wrong accounts named |",
            "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        results.forEach(result -> result.countWrongAccounts(engine, tallies));
        tallies.values().forEach(tally -> tally.tell(report));
        report.lines("", "What else was told of accounts, and of whom:", "");
        final int before = report.lines().size();
        results.forEach(result -> result.others(engine).forEach(line -> report.lines("- " + line)));
        if (report.lines().size() == before)
        {
            report.lines("- nothing");
        }
        report.lines("", "The cases, and where their facts are from:", "");
        for (final CaseResult result : results)
        {
            report.lines("- " + result.of().name() + ": " + result.of().title() + " " + result.of().source());
        }
        return report.lines("");
    }

    static String number(final double value)
    {
        return value == Math.rint(value) ? Long.toString((long)value) : Double.toString(value);
    }

    private static Path scratch()
    {
        try
        {
            return Files.createTempDirectory("fds-incidents");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no directory for the cases' events: " + e.getMessage(), e);
        }
    }

    /** Sorted words of a list of alerts: detector, and whom it names. */
    static List<String> words(final List<ToldAlert> alerts)
    {
        final Map<String, Integer> counts = new LinkedHashMap<>();
        alerts.forEach(alert -> counts.merge(alert.detector() + " of " + String.join(" ", alert.accounts()) +
            (alert.instrument().isEmpty() ? "" : " on " + alert.instrument()), 1, Integer::sum));
        return new TreeSet<>(counts.keySet()).stream().map(key -> key + " (" + counts.get(key) + ")").toList();
    }
}
