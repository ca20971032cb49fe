package fds.bench.incident;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/** A case and its twins at every rate, with what was told. */
final class CaseResult
{
    private final IncidentCase of;
    private final double[] factors;
    private final boolean isKept; // what was run stays in its folder
    private final List<Run> runs = new ArrayList<>();                            // [factor]
    private final Map<Verdict.Twin, List<Run>> twins = new LinkedHashMap<>();    // [factor]

    /** Rows that were run, and the alerts on them. */
    private record Run(CaseRows rows, List<ToldAlert> alerts)
    {
        private CaseJudge judge()
        {
            return new CaseJudge(rows, alerts);
        }
    }

    CaseResult(final IncidentCase of, final MeasuredEngine engine, final List<Verdict.Twin> twins,
        final double[] factors, final Path scratch, final boolean isKept, final SuiteProgress progress)
    {
        this.of = of;
        this.isKept = isKept;
        this.factors = factors;
        for (final double factor : factors)
        {
            runs.add(run(engine, null, factor, scratch, progress));
            for (final Verdict.Twin twin : twins)
            {
                this.twins.computeIfAbsent(twin, each -> new ArrayList<>())
                    .add(run(engine, twin, factor, scratch, progress));
            }
        }
    }

    IncidentCase of()
    {
        return of;
    }

    private Run run(final MeasuredEngine engine, final Verdict.Twin twin, final double factor, final Path scratch,
        final SuiteProgress progress)
    {
        final CaseFlow flow = CaseFlow.of(of, twin, factor);
        final Path folder = scratch.resolve(of.name() + "-x" + IncidentSuite.number(factor) +
            (twin == null ? "" : "-" + twin.text().replace(' ', '-')));
        final Run run = new Run(flow.rows(), engine.run(flow.write(folder)).alerts());
        if (!isKept)
        {
            CaseFlow.remove(folder);
        }
        progress.step();
        return run;
    }

    /** The row of a demand, and its part in the figures. */
    void tell(final Verdict verdict, final MeasuredEngine engine, final SuiteReport report,
        final Map<String, IncidentTally> tallies)
    {
        final boolean isMissing = !verdict.detector().equals(Verdict.MANIPULATION) && !engine.has(verdict.detector());
        final IncidentTally tally = tallies.computeIfAbsent(verdict.detector(), id -> new IncidentTally(id, isMissing));
        final List<Object> cells = new ArrayList<>(List.of(of.name(), verdict.detector(),
            verdict.fires() ? "fire" : "be silent"));
        String seconds = "";
        for (int i = 0; i < factors.length; i++)
        {
            final String answer;
            if (verdict.fires())
            {
                final CaseJudge.Met met = runs.get(i).judge().fired(verdict);
                tally.demands++;
                tally.fired += met.answer() == CaseJudge.Answer.FIRED ? 1 : 0;
                tally.late += met.answer() == CaseJudge.Answer.LATE ? 1 : 0;
                tally.otherEvidence += met.answer() == CaseJudge.Answer.OTHER_EVIDENCE ? 1 : 0;
                answer = isMissing ? "missing detector" : met.answer().words() +
                    (met.times() > 1 ? ", " + met.times() + " times" : "");
                seconds = Double.isNaN(met.delaySeconds()) ? seconds : seconds(met);
                object(report, verdict, factors[i], answer, met);
            }
            else
            {
                final List<ToldAlert> told = told(runs.get(i), verdict, engine);
                tally.silences++;
                tally.silent += told.isEmpty() ? 1 : 0;
                answer = told.isEmpty() ? "silent" : String.join(", ", IncidentSuite.words(told));
                object(report, verdict, factors[i], answer, null);
            }
            cells.add(answer);
        }
        cells.add(seconds);
        cells.add(verdict.twin() == null ? "" : verdict.twin().text());
        cells.add(verdict.twin() == null ? "" : isMissing ? "missing detector" : twin(verdict, tally));
        cells.add(verdict.why());
        report.row(cells.toArray());
    }

    private void object(final SuiteReport report, final Verdict verdict, final double factor, final String answer,
        final CaseJudge.Met met)
    {
        report.object("case", of.name(), "detector", verdict.detector(), "must", verdict.fires() ? "fire" : "silent",
            "rate_factor", factor, "answer", answer,
            "seconds_from_first", met == null ? null : (Object)met.delaySeconds(),
            "seconds_from_last", met == null ? null : (Object)met.afterSeconds(), "why", verdict.why());
    }

    private static String seconds(final CaseJudge.Met met)
    {
        return String.format(Locale.ROOT, "%.3f, %.3f", met.delaySeconds(), met.afterSeconds());
    }

    private String twin(final Verdict verdict, final IncidentTally tally)
    {
        final List<ToldAlert> told = new ArrayList<>();
        for (final Run run : twins.get(verdict.twin()))
        {
            final List<ToldAlert> of = run.judge().told(verdict);
            tally.twins++;
            tally.twinsSilent += of.isEmpty() ? 1 : 0;
            told.addAll(of);
        }
        return told.isEmpty() ? "silent" : String.join(", ", IncidentSuite.words(told));
    }

    private static List<ToldAlert> told(final Run run, final Verdict verdict, final MeasuredEngine engine)
    {
        return verdict.detector().equals(Verdict.MANIPULATION) ? run.alerts().stream()
            .filter(alert -> IncidentSuite.accuses(alert, engine)).toList() : run.judge().told(verdict);
    }

    /** Accounts that have no part in the case and are accused in it. */
    void countWrongAccounts(final MeasuredEngine engine, final Map<String, IncidentTally> tallies)
    {
        for (final Run run : runs)
        {
            for (final ToldAlert alert : run.alerts())
            {
                if (IncidentSuite.accuses(alert, engine))
                {
                    tallies.computeIfAbsent(alert.detector(), id -> new IncidentTally(id, false)).wrongAccounts +=
                        alert.accounts().stream().filter(account -> !of.accounts().containsKey(account)).count();
                }
            }
        }
    }

    /** Accusations that nobody asked for, of a case that asks for some. */
    List<String> others(final MeasuredEngine engine)
    {
        final TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < factors.length; i++)
        {
            final List<ToldAlert> others = runs.get(i).alerts().stream()
                .filter(alert -> IncidentSuite.accuses(alert, engine) && of.verdicts().stream().noneMatch(verdict ->
                    verdict.detector().equals(alert.detector()) || verdict.detector().equals(Verdict.MANIPULATION)))
                .toList();
            final String at = of.name() + " at x" + IncidentSuite.number(factors[i]) + ": ";
            IncidentSuite.words(others).forEach(words -> lines.add(at + words));
        }
        return new ArrayList<>(lines);
    }
}
