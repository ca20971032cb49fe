package fds.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.view.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate all}: every suite, as {@code docs/detection-quality.md} has them. */
@Command(name = "all", mixinStandardHelpOptions = true,
    description = "Every suite, one after the other; makes docs/detection-quality.md anew, unless another engine is " +
        "measured.")
final class AllCommand implements Callable<Integer>
{
    /** What the page was made with: suite and its options. */
    private static final List<List<String>> OWN = List.of(
        List.of("simulator", "--events", "1000000", "--rate-factor", "0.1,1,10", "--write"),
        List.of("recordings", "--write"));

    @Option(names = "--engine", paramLabel = "CMD", description = "Measure another program on the suites that any " +
        "engine can answer; the page is left alone.")
    private String engine;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call()
    {
        final List<List<String>> runs = new ArrayList<>();
        for (final String suite : Suites.NAMES)
        {
            runs.add(engine == null ? List.of(suite, "--write") : List.of(suite, "--engine", engine));
        }
        runs.addAll(engine == null ? OWN : List.of());
        int worst = ExitCode.DONE;
        for (int i = 0; i < runs.size(); i++)
        {
            final List<String> arguments = new ArrayList<>(List.of("evaluate"));
            arguments.addAll(runs.get(i));
            if (json)
            {
                arguments.add("--json");
            }
            Printer.tell((i + 1) + " of " + runs.size() + ": " + String.join(" ", runs.get(i)));
            worst = Math.max(worst, EvaluateMain.run(arguments.toArray(new String[0])));
        }
        return worst;
    }
}
