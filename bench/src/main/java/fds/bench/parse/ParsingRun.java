package fds.bench.parse;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import fds.app.ExitCode;
import fds.app.Fds;
import fds.app.view.Printer;

/**
 * Measures what reading costs, a row a format. Each round reads plainly and then to the ring, again and again until
 * time enough has passed; opening and, where a format is read twice, the first reading are in it. Started by
 * {@code bench/parsing.sh}.
 */
public final class ParsingRun
{
    private static final int ROUNDS = 3;
    private static final long WARM_NANOS = 1_200_000_000;
    private static final long ROUND_NANOS = 300_000_000;
    private static final String MADE_EVENTS = "300000";

    private ParsingRun()
    {
    }

    /**
     * Run.
     *
     * @param args a directory for simulated inputs, then formats; none: all.
     */
    public static void main(final String[] args)
    {
        final Path made = Path.of(args[0]);
        final List<String> words = Arrays.asList(args).subList(1, args.length);
        final PrintWriter out = Printer.results();
        out.println("| format | input | MB | events | events/s | MB/s | plain MB/s | plain / parsing |");
        out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (final ParsingInput input : ParsingInput.ALL)
        {
            if (words.isEmpty() || words.contains(input.format()))
            {
                make(input, made);
                out.println(row(input, new ParsingTask(input.find(made), input.format())));
                out.flush();
            }
        }
    }

    private static String row(final ParsingInput input, final ParsingTask task)
    {
        final long bytes = task.readPlainly();
        final long events = task.parse();
        nanos(task::parse, WARM_NANOS);
        nanos(task::readPlainly, WARM_NANOS / 4);
        final double[] plain = new double[ROUNDS];
        final double[] parsing = new double[ROUNDS];
        final double[] ratio = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++)
        {
            final double plainNanos = nanos(task::readPlainly, ROUND_NANOS / 2);
            final double parsingNanos = nanos(task::parse, ROUND_NANOS);
            plain[i] = bytes * 1e3 / plainNanos;
            parsing[i] = events * 1e9 / parsingNanos;
            ratio[i] = parsingNanos / plainNanos;
        }
        Arrays.sort(plain);
        Arrays.sort(parsing);
        Arrays.sort(ratio);
        final int middle = ROUNDS / 2;
        return String.format(Locale.ROOT,
            "| `%s` | %s | %.2f | %,d | %,.0f (%,.0f–%,.0f) | %.0f | %.0f | %.1f (%.1f–%.1f) |",
            input.format(), input.name(), bytes / 1e6, events, parsing[middle], parsing[0], parsing[ROUNDS - 1],
            parsing[middle] * bytes / events / 1e6, plain[middle], ratio[middle], ratio[0], ratio[ROUNDS - 1]);
    }

    /** Mean time of one call, of as many as last so long. */
    private static double nanos(final LongSupplier work, final long atLeastNanos)
    {
        final long start = System.nanoTime();
        long calls = 0;
        long passed;
        do
        {
            work.getAsLong();
            calls++;
            passed = System.nanoTime() - start;
        }
        while (passed < atLeastNanos);
        return (double)passed / calls;
    }

    private static void make(final ParsingInput input, final Path made)
    {
        final Path out = input.isMade() ? input.find(made).get(0) : null;
        if (out != null && !out.toFile().exists())
        {
            final boolean isCsv = input.format().equals("csv");
            (isCsv ? out.getParent() : made).toFile().mkdirs();
            final int code = Fds.run("simulate", "--seed", "7", "--events", MADE_EVENTS, "--format", input.format(),
                "--out", out.toString());
            if (code != ExitCode.DONE)
            {
                System.exit(code);
            }
        }
    }
}
