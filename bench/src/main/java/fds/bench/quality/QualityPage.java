package fds.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;
import fds.app.view.Printer;

/**
 * Renews the measured parts of {@code docs/detection-quality.md}, each between two marks of its own, and the figures
 * that the {@code detectors} command shows. What people wrote around the marks stays.
 */
final class QualityPage
{
    private static final String PAGE = "docs/detection-quality.md";
    private static final String FIGURES = "app/src/main/resources/detection-quality.csv";

    private QualityPage()
    {
    }

    /** Write the figures of the simulated venue. */
    static void writeSimulator(final List<SimulatorReport> reports, final String command)
    {
        final List<String> lines = new ArrayList<>(List.of("Measured by `" + command + "`.", ""));
        reports.forEach(report -> lines.addAll(report.markdown()));
        writePart("simulator", lines);
        final List<String> csv = new ArrayList<>(List.of(
            "# Measured by: " + command,
            "detector,suite,recall,recall_low,recall_high,precision,precision_low,precision_high,labels,alerts," +
            "alerts_per_million_events"));
        reports.forEach(report -> csv.addAll(report.csv()));
        write(SimulatorCommand.home().resolve(FIGURES), csv);
    }

    /** Put lines between the marks {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. */
    static void writePart(final String name, final List<String> lines)
    {
        final Path page = SimulatorCommand.home().resolve(PAGE);
        try
        {
            final List<String> text = new ArrayList<>(Files.readAllLines(page));
            final int begin = text.indexOf("<!-- begin " + name + " -->");
            final int end = text.indexOf("<!-- end " + name + " -->");
            if (begin < 0 || end < begin)
            {
                throw new UsageException(PAGE + ": must have the lines <!-- begin " + name + " --> and <!-- end " +
                    name + " -->");
            }
            text.subList(begin + 1, end).clear();
            text.addAll(begin + 1, lines);
            write(page, text);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(page + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(final Path file, final List<String> lines)
    {
        try
        {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            Printer.tell("wrote " + file);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
