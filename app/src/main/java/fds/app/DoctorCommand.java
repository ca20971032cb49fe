package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.doctor.Advice;
import fds.app.doctor.Doctor;
import fds.app.doctor.Verdict;
import fds.app.view.JsonLines;
import fds.app.view.Printer;
import fds.app.view.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds doctor}: what on this machine spoils latency. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
    description = "What on this machine spoils latency, what it costs as measured here, and the command that mends it.")
final class DoctorCommand implements Callable<Integer>
{
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "fds-data",
        description = "Where journals are kept: its disk is tried; default ./fds-data.")
    private Path out;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call()
    {
        final List<Advice> advice = Doctor.look(out);
        final PrintWriter results = Printer.results();
        if (json)
        {
            final JsonLines lines = new JsonLines(results);
            advice.forEach(one -> lines.line(object ->
            {
                object.writeStringField("topic", one.topic());
                object.writeStringField("verdict", one.verdict().words());
                object.writeStringField("found", one.found());
                object.writeStringField("cost", one.cost());
                object.writeStringField("mend", one.mend());
            }));
        }
        else
        {
            table(advice, results);
        }
        results.flush();
        return ExitCode.DONE;
    }

    private static void table(final List<Advice> advice, final PrintWriter results)
    {
        final TextTable table = new TextTable("", "", "found");
        advice.forEach(one -> table.measure(one.topic(), one.verdict().words(), one.found()));
        for (final Advice one : advice)
        {
            results.println(table.line(one.topic(), one.verdict().words(), one.found()));
            if (!one.cost().isEmpty())
            {
                results.println(table.line("", "", "  costs: " + one.cost()));
            }
            if (!one.mend().isEmpty())
            {
                results.println(table.line("", "", "  mend:  " + one.mend()));
            }
        }
        final long costly = advice.stream().filter(one -> one.verdict() == Verdict.COSTS).count();
        results.println();
        results.println(costly + " of " + advice.size() + " cost latency");
    }
}
