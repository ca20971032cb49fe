package fds.bench.quality;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.view.JsonLines;
import fds.app.view.TextTable;
import fds.bench.suite.Interval;

/**
 * The figures of one rate, as a table, as JSON, as a part of the page, and as cells of a CSV.
 *
 * @param factor  times the venue's usual rate.
 * @param seeds   of the runs.
 * @param seedSet what they are for.
 * @param events  rows a seed.
 * @param scoring with all runs in it.
 */
record SimulatorReport(double factor, SeedSets.Range seeds, String seedSet, long events, Scoring scoring)
{
    private static final int LISTED_MAX = 20;
    private static final int COLUMNS = 21;

    /** For people at a terminal. */
    void print(final PrintWriter out)
    {
        out.println(title());
        out.println();
        final TextTable table = new TextTable("detector", ">labels", ">found", "recall [95 %]", ">attempts",
            "without [95 %]", ">alerts", ">right",
            ">besides", ">on other abuse", ">on decoys", "precision [95 %]", "of any abuse [95 %]",
            ">PR-AUC", ">wrong accounts", "a million exposed [95 %]",
            ">findings", ">right", ">events after first row",
            ">seconds", ">seconds after last row");
        scoring.tallies().forEach(tally -> table.row(cells(tally)));
        table.lines("  ").forEach(out::println);
        for (final DetectorTally tally : scoring.tallies())
        {
            tally.unfoundByTypology.forEach((typology, count) ->
                out.println("  " + tally.detector + " not found, " + count + ": " + typology));
            tally.wrongByCause.forEach((cause, ids) -> out.println("  " + tally.detector + " wrong, " + ids.size() +
                ": " + cause + " (" + listed(ids) + ")"));
        }
        scoring.decoys().forEach((typology, decoys) -> out.println("  " + typology + ": " + decoys.episodes() +
            " episodes, " + decoys.alerted() + " with an alert" + byDetector(decoys)));
        out.println();
    }

    /** For the page. */
    List<String> markdown()
    {
        final List<String> lines = new ArrayList<>();
        lines.add("### " + title());
        lines.add("");
        lines.add("| detector | labels | found | recall [95 %] | attempts | recall without attempts [95 %] | " +
            "alerts | right | of them besides | " +
            "on other abuse of the account | on decoys | precision [95 %] | " +
            "precision, any abuse [95 %] | PR-AUC | accounts named wrongly | " +
            "alerts a million exposed events [95 %] | findings | " +
            "of them right | median events after the label's first row | seconds | seconds after its last row |");
        lines.add("| --- | ---: | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | --- | --- | " +
            "---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        scoring.tallies().forEach(tally -> lines.add("| " + String.join(" | ", cells(tally)) + " |"));
        lines.add("");
        lines.add("Labels not found (*attempt*: it never came so far that the pattern was there):");
        lines.add("");
        scoring.tallies().forEach(tally -> tally.unfoundByTypology.forEach((typology, count) ->
            lines.add("- " + tally.detector + ", " + count + ": " + typology)));
        lines.add("");
        lines.add("Wrong alerts, by what else was going on and the predicates that held (`seed:alert`, the first " +
            LISTED_MAX + "):");
        lines.add("");
        final int before = lines.size();
        for (final DetectorTally tally : scoring.tallies())
        {
            tally.wrongByCause.forEach((cause, ids) ->
                lines.add("- " + tally.detector + ", " + ids.size() + ": " + cause + " (" + listed(ids) + ")"));
        }
        if (lines.size() == before)
        {
            lines.add("- none");
        }
        lines.add("");
        lines.add("| negative control | episodes | met by an alert |");
        lines.add("| --- | ---: | --- |");
        scoring.decoys().forEach((typology, decoys) -> lines.add("| " + typology.replaceFirst("^decoy_", "") + " | " +
            decoys.episodes() + " | " + decoys.alerted() + byDetector(decoys) + " |"));
        lines.add("");
        return lines;
    }

    /** One object a detector. */
    void json(final PrintWriter out)
    {
        final JsonLines lines = new JsonLines(out);
        for (final DetectorTally tally : scoring.tallies())
        {
            lines.line(json ->
            {
                json.writeStringField("suite", suite());
                json.writeNumberField("rate_factor", factor);
                json.writeStringField("seeds", seeds.text());
                json.writeStringField("seed_set", seedSet);
                json.writeNumberField("events", scoring.events());
                json.writeStringField("detector", tally.detector);
                json.writeBooleanField("missing_detector", tally.isMissing);
                json.writeNumberField("labels", tally.labels);
                json.writeNumberField("found", tally.found);
                write("recall", tally.recall(), json);
                json.writeNumberField("attempts", tally.attempts);
                write("recall_without_attempts", tally.recallOfCarried(), json);
                json.writeNumberField("alerts", tally.alerts);
                json.writeNumberField("right", tally.right);
                json.writeNumberField("right_besides", tally.rightBesides);
                json.writeNumberField("on_other_abuse", tally.onOtherAbuse);
                json.writeNumberField("on_decoys", tally.onDecoys);
                json.writeBooleanField("accuses_nobody", tally.accusesNobody);
                write("precision", tally.precision(), json);
                write("precision_any_abuse", tally.precisionOfAccusation(), json);
                number("pr_auc", tally.curve.area(tally.labels), json);
                json.writeNumberField("wrong_accounts", tally.wrongAccounts);
                json.writeNumberField("exposed_events", tally.exposed);
                write("alerts_per_exposed_event", tally.alertShare(), json);
                json.writeNumberField("findings", tally.findings);
                json.writeNumberField("findings_right", tally.findingsRight);
                write("findings_precision", tally.findingPrecision(), json);
                json.writeNumberField("alerts_per_million_events", perMillion(tally));
                number("delay_events_median", DetectorTally.median(tally.delayEvents), json);
                number("delay_seconds_median", DetectorTally.median(tally.delaySeconds), json);
                number("after_end_seconds_median", DetectorTally.median(tally.afterEndSeconds), json);
                json.writeObjectFieldStart("wrong");
                for (final Map.Entry<String, List<String>> cause : tally.wrongByCause.entrySet())
                {
                    json.writeArrayFieldStart(cause.getKey());
                    for (final String id : cause.getValue())
                    {
                        json.writeString(id);
                    }
                    json.writeEndArray();
                }
                json.writeEndObject();
            });
        }
    }

    /** Rows of what {@code fds detectors} reads. */
    List<String> csv()
    {
        return scoring.tallies().stream().filter(tally -> !tally.isMissing).map(tally -> String.join(",",
            tally.detector, suite(),
            Interval.cell(tally.recall().share()), Interval.cell(tally.recall().low()),
            Interval.cell(tally.recall().high()),
            precision(tally, Interval::share), precision(tally, Interval::low), precision(tally, Interval::high),
            tally.accusesNobody ? "" : Interval.cell(tally.precisionOfAccusation().share()),
            Long.toString(tally.labels), Long.toString(tally.alerts),
            decimal(perMillion(tally), 1))).toList();
    }

    /** Who accuses nobody accuses nobody wrongly. */
    private static String precision(final DetectorTally tally, final ToDoubleFunction<Interval> part)
    {
        return tally.accusesNobody ? "" : Interval.cell(part.applyAsDouble(tally.precision()));
    }

    static String number(final double value)
    {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String suite()
    {
        return factor == 1 ? "simulator" : "simulator x" + number(factor);
    }

    private String title()
    {
        return "Simulated venue at " + number(factor) + " times its usual rate: " + seedSet + " seeds " +
            seeds.text() + ", " + String.format(Locale.ROOT, "%,d", scoring.events()) + " events";
    }

    private String[] cells(final DetectorTally tally)
    {
        if (tally.isMissing)
        {
            final String[] cells = new String[COLUMNS];
            Arrays.fill(cells, "");
            cells[0] = tally.detector;
            cells[1] = Long.toString(tally.labels);
            cells[3] = "missing detector";
            return cells;
        }
        return new String[] {
            tally.detector, Long.toString(tally.labels), Long.toString(tally.found), tally.recall().text(),
            Long.toString(tally.attempts), tally.recallOfCarried().text(), Long.toString(tally.alerts),
            Long.toString(tally.right),
            Long.toString(tally.rightBesides), Long.toString(tally.onOtherAbuse), Long.toString(tally.onDecoys),
            tally.accusesNobody ? "accuses nobody" : tally.precision().text(),
            tally.accusesNobody ? "" : tally.precisionOfAccusation().text(),
            tally.accusesNobody ? "" : decimal(tally.curve.area(tally.labels), 2),
            tally.accusesNobody ? "" : Long.toString(tally.wrongAccounts), exposed(tally.alertShare()),
            Long.toString(tally.findings),
            Long.toString(tally.findingsRight), decimal(DetectorTally.median(tally.delayEvents), 0),
            decimal(DetectorTally.median(tally.delaySeconds), 3),
            decimal(DetectorTally.median(tally.afterEndSeconds), 3) };
    }

    private static String exposed(final Interval share)
    {
        return share.of() == 0 ? "-" : decimal(share.share() * 1e6, 1) + " [" + decimal(share.low() * 1e6, 1) + ", " +
            decimal(share.high() * 1e6, 1) + "]";
    }

    private double perMillion(final DetectorTally tally)
    {
        return scoring.events() == 0 ? 0 : tally.alerts * 1e6 / scoring.events();
    }

    private static String byDetector(final Scoring.Decoys decoys)
    {
        final StringBuilder text = new StringBuilder();
        decoys.byDetector().forEach((detector, count) ->
            text.append(text.isEmpty() ? ": " : ", ").append(detector).append(' ').append(count));
        return text.toString();
    }

    private static String listed(final List<String> ids)
    {
        return String.join(" ", ids.subList(0, Math.min(LISTED_MAX, ids.size()))) +
            (ids.size() > LISTED_MAX ? " ..." : "");
    }

    private static String decimal(final double value, final int decimals)
    {
        return Double.isNaN(value) ? "-" :
            String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("^-(0(\\.0*)?)$", "$1");
    }

    private static void write(final String name, final Interval interval, final JsonGenerator json)
        throws java.io.IOException
    {
        number(name, interval.share(), json);
        number(name + "_low", interval.low(), json);
        number(name + "_high", interval.high(), json);
    }

    private static void number(final String name, final double value, final JsonGenerator json)
        throws java.io.IOException
    {
        if (Double.isNaN(value))
        {
            json.writeNullField(name);
        }
        else
        {
            json.writeFieldName(name);
            json.writeNumber(BigDecimal.valueOf(value).setScale(6, java.math.RoundingMode.HALF_UP));
        }
    }
}
