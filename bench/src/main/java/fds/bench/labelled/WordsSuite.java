package fds.bench.labelled;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fds.bench.replays.RecordingFolder;
import fds.bench.suite.Interval;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.PrecisionRecall;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;
import fds.market.event.Kind;

/**
 * Words of people: {@code telegram-pump-messages} (hand-labelled: 0 nothing, 1 and 2 a pump or a call; what is unsure
 * is left out) and {@code social-counts-2017-2018} (is the hour about a known pump told). Answers are alerts whose
 * cause is a message.
 */
public final class WordsSuite implements Suite
{
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @Override
    public String name()
    {
        return "words";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        final RecordingFolder folder = LabelledData.folder();
        final List<Path> tweets = folder.files("social-counts-2017-2018/tweets_*.csv.gz");
        progress.begin(name(), 1 + tweets.size());
        final boolean isMissing = !engine.reads(Kind.SOCIAL);
        final SuiteReport report = new SuiteReport();
        report.lines("| question | labels | of | answer |", "| --- | ---: | ---: | --- |");
        try (NormalizedInput input = new NormalizedInput())
        {
            messages(engine, folder, input, report, isMissing);
            progress.step();
            counts(engine, folder, tweets, input, report, isMissing, progress);
        }
        return report.lines("", "No published table is known for the messages; the counts are nine pumps of four " +
            "coins: an indication at most.", "");
    }

    private static void messages(final MeasuredEngine engine, final RecordingFolder folder,
        final NormalizedInput input, final SuiteReport report, final boolean isMissing)
    {
        final MeasuredEngine.Outcome outcome = engine.run(
            input.of(folder.files("telegram-pump-messages/messages.csv.gz")));
        final List<String> rows = NormalizedInput.lines(input.events());
        final int reason = List.of(rows.get(0).split(",")).indexOf("reason");
        final Map<Long, Integer> scores = new HashMap<>();
        for (final ToldAlert alert : outcome.alerts())
        {
            alert.findings().forEach(finding -> scores.merge(finding.row(), finding.score(), Math::max));
        }
        for (final String positive : List.of("1 2", "1"))
        {
            final List<String> wanted = List.of(positive.split(" "));
            final PrecisionRecall curve = new PrecisionRecall();
            long labels = 0;
            long judged = 0;
            long told = 0;
            long right = 0;
            for (int row = 1; row < rows.size(); row++)
            {
                final String label = rows.get(row).split(",", -1)[reason].replaceFirst(".*[^012?]", "");
                if (label.equals("?") || !wanted.contains(label) && !label.equals("0"))
                {
                    continue;
                }
                final boolean isPump = wanted.contains(label);
                judged++;
                labels += isPump ? 1 : 0;
                if (scores.containsKey((long)row))
                {
                    told++;
                    right += isPump ? 1 : 0;
                    curve.add(scores.get((long)row), isPump);
                }
            }
            final String question = "telegram-pump-messages: " + wanted + " against 0";
            report.row(question, labels, judged, isMissing ? "missing detector: none reads messages" : "precision " +
                Interval.wilson(right, told).text() + ", recall " + Interval.wilson(right, labels).text() + ", F1 " +
                String.format(Locale.ROOT, "%.2f, PR-AUC %.2f", 2.0 * right / (told + labels), curve.area(labels)));
            report.object("question", question, "missing_detector", isMissing, "labels", labels, "judged", judged,
                "told", told, "right", right, "pr_auc", isMissing ? null : (Object)curve.area(labels));
        }
    }

    private static void counts(final MeasuredEngine engine, final RecordingFolder folder,
        final List<Path> tweets, final NormalizedInput input, final SuiteReport report,
        final boolean isMissing, final SuiteProgress progress)
    {
        final List<String> pumps = NormalizedInput.lines(
            folder.path().resolve("social-counts-2017-2018/lamorgia_binance_pumps_same_coins.csv"));
        long hits = 0;
        long told = 0;
        double months = 0;
        for (final Path file : tweets)
        {
            final String coin = file.getFileName().toString().replaceAll("tweets_|\\.csv\\.gz", "");
            final MeasuredEngine.Outcome outcome = engine.run(input.of(List.of(file)));
            final List<String> lines = NormalizedInput.lines(file);
            months += (millis(lines.get(lines.size() - 1)) - millis(lines.get(1))) / (30.0 * 86_400_000);
            told += outcome.alerts().size();
            for (final String pump : pumps)
            {
                final String[] cells = pump.split(",");
                hits += cells[0].equals(coin) && outcome.alerts().stream().anyMatch(alert -> alert.findings().stream()
                    .anyMatch(finding -> Math.abs(finding.timeNanos() - nanos(cells)) <= HOUR_NANOS)) ? 1 : 0;
            }
            progress.step();
        }
        final long events = pumps.size() - 1;
        report.row("social-counts-2017-2018: an alert within an hour of a pump", events, events, isMissing ?
            "missing detector: none reads counts of messages" : hits + " found; " + String.format(Locale.ROOT,
            "%.2f alerts a coin and month", told / months));
        report.object("question", "social-counts-2017-2018", "missing_detector", isMissing, "labels", events,
            "found", hits, "alerts_per_coin_month", told / months);
    }

    private static long millis(final String row)
    {
        return Long.parseLong(row.substring(0, row.indexOf(',')));
    }

    private static long nanos(final String[] pump)
    {
        return Instant.parse(pump[2] + "T" + pump[3] + ":00Z").getEpochSecond() * 1_000_000_000L;
    }
}
