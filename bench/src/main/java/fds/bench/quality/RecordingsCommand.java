package fds.bench.quality;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.JsonLines;
import fds.app.view.Printer;
import fds.bench.replays.RecordingFolder;
import fds.bench.replays.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate recordings}. */
@Command(name = "recordings", aliases = "clean", mixinStandardHelpOptions = true,
    description = "Every alert on real recordings without known abuse, over the events that could have led to one, " +
        "beside what people who looked at the events say.")
final class RecordingsCommand implements Callable<Integer>
{
    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key over the default configuration.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object an alert.")
    private boolean json;

    @Option(names = "--write", description = "Renew docs/detection-quality.md.")
    private boolean write;

    @Override
    public Integer call()
    {
        if (write && !overrides.isEmpty())
        {
            throw new UsageException("--write: needs the default configuration");
        }
        final Settings settings = Settings.read(null, overrides, List.of());
        final RecordingFolder folder = RecordingFolder.find().orElseThrow(() ->
            new UsageException("there is no shared/data beside the project or above this directory"));
        final Judgements judgements = Judgements.load();
        final ExposureTable table = new ExposureTable();
        final List<String> parts = new ArrayList<>();
        final Set<String> told = new LinkedHashSet<>();
        boolean isWhole = true;
        final AtomicInteger done = new AtomicInteger();
        final Path scratch = scratch();
        try (StopSignal stop = new StopSignal(); Progress progress = new Progress(() -> "evaluating recordings: " +
            done + " of " + Recording.ALL.size()))
        {
            for (final Recording recording : Recording.ALL)
            {
                final List<RecordedRun> runs = new ArrayList<>();
                for (final List<Path> files : recording.runs(folder))
                {
                    runs.add(new RecordedRun(
                        files, settings, stop, new Rejects(Rejects.Policy.SKIP, scratch.resolve("rejects.csv"))));
                }
                if (runs.isEmpty())
                {
                    isWhole = false;
                    Printer.tell("skipped: there is no " + recording.pattern() + " in " + folder.path());
                    continue;
                }
                done.incrementAndGet();
                table.add(settings.detection().read(settings.text()).detectors().stream()
                    .map(configured -> configured.factory().info()).toList(),
                    runs.stream().map(run -> run.exposure).toList(), recording.knows());
                parts.addAll(part(recording, runs, judgements, settings));
                runs.forEach(run -> run.alerts.forEach(alert ->
                {
                    told.add(Judgements.key(run.input, idOf(alert)));
                    table.add(alert.last()[0].detectorId(), verdict(judgements.of(run.input, idOf(alert))));
                }));
            }
        }
        finally
        {
            Replay.remove(scratch);
        }
        int code = ExitCode.DONE;
        final List<String> page = new ArrayList<>(List.of("Measured by `./fds evaluate recordings --write`.", ""));
        page.addAll(table.lines());
        page.add("");
        page.addAll(parts);
        if (isWhole && overrides.isEmpty() && !judgements.stale(told).isEmpty())
        {
            Printer.tell("judged.csv: judged, but not told any more: " + String.join(", ", judgements.stale(told)));
            code = ExitCode.ANSWER_NO;
        }
        if (!json)
        {
            final PrintWriter out = Printer.results();
            page.forEach(out::println);
            out.flush();
        }
        if (write && !isWhole)
        {
            throw new UsageException("--write: needs every recording");
        }
        if (write)
        {
            QualityPage.writePart("recordings", page);
        }
        return code;
    }

    private List<String> part(
        final Recording recording, final List<RecordedRun> runs, final Judgements judgements, final Settings settings)
    {
        final List<String> lines = new ArrayList<>();
        final Map<String, Integer> verdicts = new TreeMap<>();
        final Map<String, Integer> detectors = new TreeMap<>();
        long events = 0;
        long findings = 0;
        for (final RecordedRun run : runs)
        {
            events += run.events;
            for (final Observation.Alert alert : run.alerts)
            {
                findings += alert.findings().size();
                verdicts.merge(verdict(judgements.of(run.input, idOf(alert))).replace('_', ' '), 1, Integer::sum);
                detectors.merge(alert.last()[0].detectorId(), 1, Integer::sum);
            }
        }
        lines.add("### " + recording.name());
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%,d events%s. %s", events,
            runs.size() == 1 ? "" : " in " + runs.size() + " runs", detectors.isEmpty() ? "No alert." :
                "Alerts: " + counts(detectors) + "; " + findings + " findings. Judged: " + counts(verdicts) + "."));
        lines.add("");
        lines.add(recording.lacks() + blind(recording, settings));
        lines.add("");
        for (final RecordedRun run : runs)
        {
            run.alerts.forEach(alert -> lines.addAll(
                said(recording, run, alert, judgements.of(run.input, idOf(alert)))));
        }
        if (!detectors.isEmpty())
        {
            lines.add("");
        }
        return lines;
    }

    private List<String> said(
        final Recording recording,
        final RecordedRun run,
        final Observation.Alert alert,
        final Judgements.Judgement judgement)
    {
        final List<String> said = run.explain(alert);
        if (json)
        {
            print(recording, alert, judgement, said);
        }
        final List<String> lines = new ArrayList<>();
        lines.add("- `" + idOf(alert) + "` " + alert.last()[0].detectorId() + ", " +
            alert.last()[0].severity().word() + ", findings: " + alert.findings().size() + ". **" +
            verdict(judgement).replace('_', ' ') + "**" + (judgement == null ? "" : ": " + judgement.why()));
        said.forEach(line -> lines.add("  - " + line));
        return lines;
    }

    private static String counts(final Map<String, Integer> counts)
    {
        return String.join(", ", counts.entrySet().stream()
            .map(entry -> entry.getKey().matches("D\\d+") ? entry.getKey() + " " + entry.getValue() :
                entry.getValue() + " " + entry.getKey()).toList());
    }

    private static Path scratch()
    {
        try
        {
            return Files.createTempDirectory("fds-recordings");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no directory for rejects: " + e.getMessage(), e);
        }
    }

    private void print(
        final Recording recording,
        final Observation.Alert alert,
        final Judgements.Judgement judgement,
        final List<String> said)
    {
        final PrintWriter out = Printer.results();
        new JsonLines(out).line(object ->
        {
            object.writeStringField("recording", recording.name());
            object.writeStringField("alert", idOf(alert));
            object.writeStringField("detector", alert.last()[0].detectorId());
            object.writeStringField("severity", alert.last()[0].severity().word());
            object.writeNumberField("findings", alert.findings().size());
            object.writeStringField("verdict", judgement == null ? null : judgement.verdict());
            object.writeStringField("why", judgement == null ? null : judgement.why());
            object.writeArrayFieldStart("explanation");
            for (final String line : said)
            {
                object.writeString(line);
            }
            object.writeEndArray();
        });
        out.flush();
    }

    /** The detectors that need to know what the recording does not tell. */
    private static String blind(final Recording recording, final Settings settings)
    {
        final List<String> blind = settings.catalog().entries().stream().map(entry -> entry.factory().info())
            .filter(info -> !recording.knows().containsAll(info.knowledge())).map(info -> info.id()).toList();
        return blind.isEmpty() ? "" : " By what they declare they must know, these cannot fire here: " +
            String.join(", ", blind) + ".";
    }

    private static String verdict(final Judgements.Judgement judgement)
    {
        return judgement == null ? "not judged" : judgement.verdict();
    }

    private static String idOf(final Observation.Alert alert)
    {
        return alert.findings().get(0).view().idText();
    }
}
