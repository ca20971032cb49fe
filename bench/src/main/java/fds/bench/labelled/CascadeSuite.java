package fds.bench.labelled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import fds.bench.replays.RecordingFolder;
import fds.bench.suite.JsonTree;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/**
 * Cascades of liquidations: {@code hyperliquid-adl-20251010}, whose counts by second are put behind a quiet quarter of
 * an hour, and whose alarm must come before the first deleveraging; {@code bitmex-liquidations-20191116}, whose bursts
 * it should tell of.
 */
public final class CascadeSuite implements Suite
{
    private static final String MEANT = "D35";
    private static final String HEADER = "timestamp_ns,kind,instrument,side,price,quantity";
    private static final String INSTRUMENTS =
        "instrument,venue,type,base,quote,tick_size,lot_size,multiplier,tier,underlying,price_max,quantity_max";
    private static final long SECOND = 1_000_000_000L;
    private static final int QUIET_SECONDS = 900;
    private static final int BURST_COUNT = 3;
    private static final long BURST_NANOS = 60 * SECOND;

    @Override
    public String name()
    {
        return "cascade";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        progress.begin(name(), 2);
        final RecordingFolder folder = LabelledData.folder();
        final SuiteReport report = new SuiteReport();
        report.lines("| recording | events | detector | answer |", "| --- | ---: | --- | --- |");
        try (NormalizedInput input = new NormalizedInput())
        {
            deleveraging(engine, folder, input, report);
            progress.step();
            bursts(engine, folder, input, report);
            progress.step();
        }
        return report.lines("", "What was liquidated is not told in the counts, nor how deep the books were: each " +
            "row stands for one liquidation of one contract, so a rule that compares with depth sees its time " +
            "only.", "");
    }

    private void deleveraging(final MeasuredEngine engine, final RecordingFolder folder, final NormalizedInput input,
        final SuiteReport report)
    {
        final Object told = JsonTree.read(
            folder.path().resolve("hyperliquid-adl-20251010/cascade_timing_results.json"));
        final long start = nanos(JsonTree.at(told, "first_liquidation"));
        final long firstAdl = nanos(JsonTree.at(told, "first_adl"));
        final List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int second = -QUIET_SECONDS; second < 0; second += 60)
        {
            rows.add(start + second * SECOND + ",LIQUIDATION,ALL,S,,1");
        }
        for (final Object each : JsonTree.list(told, "timeline"))
        {
            final long at = start + Long.parseLong((String)JsonTree.at(each, "second")) * SECOND;
            final int count = Integer.parseInt((String)JsonTree.at(each, "liquidations"));
            final int adls = Integer.parseInt((String)JsonTree.at(each, "adls"));
            for (int i = 0; i < count; i++)
            {
                rows.add(at + SECOND / count * i + ",LIQUIDATION,ALL,S,,1");
                if (i < adls)
                {
                    rows.add(at + SECOND / count * i + ",ADL,ALL,B,,1");
                }
            }
        }
        final MeasuredEngine.Outcome outcome = engine.run(input.of(rows,
            List.of(INSTRUMENTS, "ALL,V1,perp,ALL,USD,1,1,1,2,,1000000,1000000000"),
            List.of("account,venue,owner_group,role")));
        final Map<String, Long> first = new TreeMap<>();
        outcome.alerts().forEach(alert -> alert.findings().forEach(finding ->
            first.merge(alert.detector(), finding.timeNanos(), Math::min)));
        if (!engine.has(MEANT) || !first.containsKey(MEANT))
        {
            answer(report, "hyperliquid-adl-20251010", outcome.events(), MEANT,
                engine.has(MEANT) ? "not told" : "missing detector", Double.NaN);
        }
        first.forEach((detector, at) ->
        {
            final double lead = (firstAdl - at) / 1e9;
            answer(report, "hyperliquid-adl-20251010", outcome.events(), detector, String.format(Locale.ROOT,
                lead > 0 ? "%.1f s before the first deleveraging" : "%.1f s behind it", Math.abs(lead)), lead);
        });
    }

    private void bursts(final MeasuredEngine engine, final RecordingFolder folder, final NormalizedInput input,
        final SuiteReport report)
    {
        final MeasuredEngine.Outcome outcome = engine.run(
            input.of(folder.files("bitmex-liquidations-20191116/*.jsonl")));
        final List<long[]> bursts = bursts(NormalizedInput.lines(input.events()));
        long found = 0;
        for (final long[] burst : bursts)
        {
            found += outcome.alerts().stream().filter(alert -> alert.detector().equals(MEANT))
                .map(ToldAlert::findings).anyMatch(findings -> findings.stream()
                    .anyMatch(finding -> finding.timeNanos() >= burst[0] && finding.timeNanos() <= burst[1])) ? 1 : 0;
        }
        answer(report, "bitmex-liquidations-20191116", outcome.events(), MEANT, engine.has(MEANT) ?
            found + " of " + bursts.size() + " bursts" : "missing detector (" + bursts.size() + " bursts of " +
            BURST_COUNT + " and more within a minute)", Double.NaN);
    }

    /** Begin and end of each run of liquidations of one instrument, each within a minute of the one before. */
    static List<long[]> bursts(final List<String> rows)
    {
        final List<String> header = List.of(rows.get(0).split(","));
        final Map<String, long[]> open = new TreeMap<>(); // begin, end, count
        final List<long[]> bursts = new ArrayList<>();
        for (final String row : rows.subList(1, rows.size()))
        {
            final String[] cells = row.split(",", -1);
            final long at = Long.parseLong(cells[header.indexOf("timestamp_ns")]);
            final long[] run = open.computeIfAbsent(
                cells[header.indexOf("instrument")], instrument -> new long[]{ at, at, 0 });
            if (at - run[1] > BURST_NANOS)
            {
                run[0] = at;
                run[2] = 0;
            }
            run[1] = at;
            run[2]++;
            if (run[2] == BURST_COUNT)
            {
                bursts.add(new long[]{ run[0], at });
            }
            else if (run[2] > BURST_COUNT)
            {
                final long begin = run[0];
                bursts.stream().filter(burst -> burst[0] == begin).forEach(burst -> burst[1] = at);
            }
        }
        return bursts;
    }

    private static void answer(final SuiteReport report, final String recording, final long events,
        final String detector, final String answer, final double lead)
    {
        report.row(recording, events, detector, answer);
        report.object("recording", recording, "events", events, "detector", detector, "answer", answer,
            "lead_seconds", lead);
    }

    private static long nanos(final Object utc)
    {
        final Instant instant = Instant.parse(((String)utc).replace("+00:00", "Z"));
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }
}
