package fds.bench.injected;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fds.bench.suite.Interval;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/**
 * Holds alerts against what was put into a recording. Found is what an alert of the detector meant for it tells, naming
 * one of its accounts, with a cause within its rows.
 */
final class InjectedScore
{
    private final List<Scored> scored = new ArrayList<>();
    private final Map<String, Integer> wrong = new TreeMap<>(); // alerts that accuse nobody of ours, by detector
    private long events;
    private long spoilt;

    /**
     * An episode.
     *
     * @param label  of it.
     * @param found  by the detector that is meant.
     * @param alerts that name one of its accounts, by detector.
     */
    private record Scored(InjectedLabel label, boolean found, Map<String, Integer> alerts)
    {
    }

    /** Count a run. */
    void add(final Injection injection, final MeasuredEngine.Outcome outcome)
    {
        events += outcome.events();
        spoilt += injection.spoilt();
        for (final InjectedLabel label : injection.labels())
        {
            final Map<String, Integer> alerts = new TreeMap<>();
            boolean isFound = false;
            for (final ToldAlert alert : outcome.alerts())
            {
                if (alert.accounts().stream().anyMatch(label.accounts()::contains))
                {
                    alerts.merge(alert.detector(), 1, Integer::sum);
                    isFound |= alert.detector().equals(label.detector()) && alert.findings().stream()
                        .anyMatch(finding -> finding.row() == 0 ||
                            finding.row() >= label.firstRow() && finding.row() <= label.lastRow());
                }
            }
            scored.add(new Scored(label, isFound, alerts));
        }
        for (final ToldAlert alert : outcome.alerts())
        {
            if (!alert.accounts().isEmpty() && alert.accounts().stream().noneMatch(account ->
                account.contains("injected")))
            {
                wrong.merge(alert.detector(), 1, Integer::sum);
            }
        }
    }

    /** A row an episode's form. */
    void tell(final String recording, final MeasuredEngine engine, final SuiteReport report)
    {
        final Map<String, List<Scored>> forms = new TreeMap<>();
        scored.forEach(each -> forms.computeIfAbsent(each.label().typology(), form -> new ArrayList<>()).add(each));
        forms.forEach((form, all) ->
        {
            final InjectedLabel first = all.get(0).label();
            final long found = all.stream().filter(Scored::found).count();
            final Map<String, Integer> alerts = new TreeMap<>();
            all.forEach(each -> each.alerts().forEach((detector, count) -> alerts.merge(detector, 1, Integer::sum)));
            final String told = alerts.isEmpty() ? "none" : alerts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
            final double size = middle(all.stream().map(each -> each.label().size()).sorted().toList());
            final double seconds = middle(all.stream().map(each -> each.label().seconds()).sorted().toList());
            final boolean isMissing = !first.isDecoy() && !engine.has(first.detector());
            report.row(recording, form.replace('_', ' '), first.isDecoy() ? "honest" : first.detector(), all.size(),
                first.isDecoy() ? "" : isMissing ? "missing detector" : found,
                first.isDecoy() ? "" : Interval.wilson(found, all.size()).text(),
                first.isDecoy() ? "" : part(all, each -> each.label().size() <= size) + ", " +
                    part(all, each -> each.label().size() > size),
                first.isDecoy() ? "" : part(all, each -> each.label().seconds() > seconds) + ", " +
                    part(all, each -> each.label().seconds() <= seconds), told);
            report.object("recording", recording, "episode", form, "detector", first.detector(), "labels", all.size(),
                "found", found, "alerts", told);
        });
    }

    /** What was told of people of the recording. */
    String note(final String recording, final MeasuredEngine engine)
    {
        return recording + String.format(Locale.ROOT, ": %,d events with what was put in; ", events) +
            (spoilt == 0 ? "" : spoilt + " episodes were taken back, because the recording would have met them, and " +
                "count as nothing; ") + "alerts that name people of the recording: " + (wrong.isEmpty() ? "none" :
            wrong.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue() +
                (engine.accusesNobody(entry.getKey()) ? " (accuses nobody)" : "")).collect(Collectors.joining(", "))) +
            ".";
    }

    private static double middle(final List<Double> sorted)
    {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static String part(final List<Scored> all, final Predicate<Scored> of)
    {
        final List<Scored> some = all.stream().filter(of).toList();
        return some.stream().filter(Scored::found).count() + " of " + some.size();
    }
}
