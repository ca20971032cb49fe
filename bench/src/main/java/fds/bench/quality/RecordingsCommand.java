package fds.bench.quality;

import java.io.PrintWriter;
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

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.JsonLines;
import fds.app.view.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate recordings}. */
@Command(name = "recordings", mixinStandardHelpOptions = true,
    description = "Every alert on real recordings without labels, beside what people who looked at the events say.")
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
        final Judgements judgements = Judgements.load();
        final List<String> page = new ArrayList<>(List.of("Measured by `./fds evaluate recordings --write`.", ""));
        final Set<String> told = new LinkedHashSet<>();
        boolean isWhole = true;
        try (StopSignal stop = new StopSignal())
        {
            for (final Recording recording : Recording.ALL)
            {
                final Path file = recording.find();
                if (file == null)
                {
                    isWhole = false;
                    Printer.tell("skipped: there is no shared/data/" + recording.file() +
                        " beside the project or above this directory");
                    continue;
                }
                final RecordedRun run = new RecordedRun(file, settings, stop);
                page.addAll(part(recording, run, judgements, settings));
                run.alerts.forEach(alert -> told.add(idOf(alert)));
            }
        }
        if (isWhole && overrides.isEmpty() && !judgements.stale(told).isEmpty())
        {
            Printer.tell("judged, but not told any more: " + String.join(" ", judgements.stale(told)));
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
        return ExitCode.DONE;
    }

    private List<String> part(
        final Recording recording, final RecordedRun run, final Judgements judgements, final Settings settings)
    {
        final List<String> lines = new ArrayList<>();
        final Map<String, Integer> verdicts = new TreeMap<>();
        long findings = 0;
        for (final Observation.Alert alert : run.alerts)
        {
            findings += alert.findings().size();
            verdicts.merge(verdict(judgements.of(idOf(alert))), 1, Integer::sum);
        }
        lines.add("### " + recording.name());
        lines.add("");
        lines.add(String.format(
            Locale.ROOT, "%,d events, %d alerts (%.2f for each 10,000 events), %d findings. Judged: %s.",
            run.events, run.alerts.size(), run.events == 0 ? 0 : run.alerts.size() * 1e4 / run.events, findings,
            verdicts.isEmpty() ? "nothing to judge" : verdicts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey()).reduce((one, other) -> one + ", " + other)
                .orElseThrow()));
        lines.add("");
        lines.add(recording.lacks() + blind(recording, settings));
        lines.add("");
        for (final Observation.Alert alert : run.alerts)
        {
            final Judgements.Judgement judgement = judgements.of(idOf(alert));
            final List<String> said = run.explain(alert);
            if (json)
            {
                print(recording, alert, judgement, said);
            }
            lines.add("- `" + idOf(alert) + "` " + alert.last()[0].detectorId() + ", " +
                alert.last()[0].severity().word() + ", findings: " + alert.findings().size() + ". **" +
                verdict(judgement).replace('_', ' ') + "**" + (judgement == null ? "" : ": " + judgement.why()));
            said.forEach(line -> lines.add("  - " + line));
        }
        lines.add("");
        return lines;
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
