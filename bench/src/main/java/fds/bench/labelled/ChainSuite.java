package fds.bench.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fds.bench.replays.RecordingFolder;
import fds.bench.suite.Interval;
import fds.bench.suite.JsonTree;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/**
 * Sandwiches on a chain: {@code evm-mev-blocks} (precision and recall; labels made by the rules of mev-inspect) and
 * {@code eth-insertion-attacks} (positives only). Found is what names the transactions in front and behind, in the
 * pool.
 */
public final class ChainSuite implements Suite
{
    private static final String MEANT = "D40";
    private static final int ACCOUNT_COLUMNS = 15;

    private long labels;
    private long found;
    private long told;
    private long right;
    private long events;
    private final List<Double> likeness = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();

    @Override
    public String name()
    {
        return "chain";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        final RecordingFolder folder = LabelledData.folder();
        final List<Path> blocks = folder.files("evm-mev-blocks/swaps/*.jsonl");
        final List<Path> attacks = folder.files("eth-insertion-attacks/*.json.gz");
        progress.begin(name(), blocks.size() + attacks.size());
        final SuiteReport report = new SuiteReport();
        report.lines("| recording | detector | labels | found | recall [95 %] | told | right | precision [95 %] | " +
            "victims alike | else told |", "| --- | --- | ---: | ---: | --- | ---: | ---: | --- | ---: | --- |");
        try (NormalizedInput input = new NormalizedInput())
        {
            for (final Path block : blocks)
            {
                final String number = block.getFileName().toString().replace(".jsonl", "");
                add(engine, input, block, Sandwich.ofBlock(JsonTree.read(
                    folder.path().resolve("evm-mev-blocks/labels/" + number + ".json"))));
                progress.step();
            }
            tell(report, "evm-mev-blocks, " + blocks.size() + " blocks", engine, true);
            final Map<String, String[]> records = records(folder);
            for (final Path attack : attacks)
            {
                final String[] hashes = records.get(attack.getFileName().toString().replaceFirst("_.*", ""));
                add(engine, input, attack, List.of(new Sandwich(hashes[0], hashes[1], "", Set.of())));
                progress.step();
            }
            tell(report, "eth-insertion-attacks", engine, false);
        }
        return report.lines("", "Known blind spots of the labels: sandwiches over several pools or a router's " +
            "address, and liquidity for one block.", "");
    }

    private static Map<String, String[]> records(final RecordingFolder folder)
    {
        final Map<String, String[]> records = new TreeMap<>();
        for (final String line : NormalizedInput.lines(folder.path().resolve("eth-insertion-attacks/records.csv")))
        {
            final String[] cells = line.split(",", -1);
            records.put(cells[0], new String[]{ cells[1].toLowerCase(Locale.ROOT), cells[5].toLowerCase(Locale.ROOT) });
        }
        return records;
    }

    private void add(
        final MeasuredEngine engine, final NormalizedInput input, final Path file, final List<Sandwich> sandwiches)
    {
        final MeasuredEngine.Outcome outcome = engine.run(input.of(List.of(file)));
        final List<String> rows = NormalizedInput.lines(input.events());
        final int ref = List.of(rows.get(0).split(",")).indexOf("ref");
        events += outcome.events();
        labels += sandwiches.size();
        final Set<Sandwich> met = new HashSet<>();
        for (final ToldAlert alert : outcome.alerts())
        {
            if (!alert.detector().equals(MEANT))
            {
                others.merge(alert.detector(), 1, Integer::sum);
                continue;
            }
            told++;
            boolean isRight = false;
            for (final ToldAlert.Finding finding : alert.findings())
            {
                final Set<String> named = hashes(finding, rows, ref);
                for (final Sandwich sandwich : sandwiches)
                {
                    if (named.contains(sandwich.front()) && named.contains(sandwich.back()) &&
                        (sandwich.pool().isEmpty() || alert.instrument().toLowerCase(Locale.ROOT)
                            .contains(sandwich.pool())))
                    {
                        isRight = true;
                        named.removeAll(Set.of(sandwich.front(), sandwich.back()));
                        if (met.add(sandwich) && !sandwich.victims().isEmpty())
                        {
                            likeness.add(sandwich.likeness(named));
                        }
                    }
                }
            }
            right += isRight ? 1 : 0;
        }
        found += met.size();
    }

    private static Set<String> hashes(final ToldAlert.Finding finding, final List<String> rows, final int ref)
    {
        final Set<String> hashes = new HashSet<>();
        if (finding.rowsByRole() != null)
        {
            finding.rowsByRole().values().forEach(some -> some.stream().filter(row -> row > 0).forEach(row ->
                hashes.add(rows.get(row.intValue()).split(",", ACCOUNT_COLUMNS + 1)[ref].toLowerCase(Locale.ROOT))));
        }
        return hashes;
    }

    private void tell(
        final SuiteReport report, final String recording, final MeasuredEngine engine, final boolean hasNegatives)
    {
        final boolean isMissing = !engine.has(MEANT);
        final Interval recall = Interval.wilson(found, labels);
        final Interval precision = Interval.wilson(right, hasNegatives ? told : 0);
        final StringBuilder besides = new StringBuilder();
        others.forEach((detector, count) -> besides.append(besides.isEmpty() ? "" : ", ").append(detector).append(' ')
            .append(count));
        final double alike = likeness.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        report.row(recording + ", " + events + " events", MEANT, labels, isMissing ? "missing detector" : found,
            isMissing ? "" : recall.text(), told, right, isMissing ? "" : precision.text(),
            Double.isNaN(alike) ? "-" : String.format(Locale.ROOT, "%.2f", alike), besides.isEmpty() ? "-" : besides);
        report.object("recording", recording, "detector", MEANT, "missing_detector", isMissing, "events", events,
            "labels", labels, "found", found, "recall", recall.share(), "told", told, "right", right,
            "precision", precision.share(), "victims_alike", alike);
        labels = 0;
        found = 0;
        told = 0;
        right = 0;
        events = 0;
        likeness.clear();
        others.clear();
    }
}
