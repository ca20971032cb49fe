package fds.bench.quality;

import java.util.ArrayList;
import java.util.List;

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
            "detector,suite,recall,recall_low,recall_high,precision,precision_low,precision_high," +
            "precision_any_abuse,labels,alerts," +
            "alerts_per_million_events"));
        reports.forEach(report -> csv.addAll(report.csv()));
        MeasuredPage.write(MeasuredPage.home().resolve(FIGURES), csv);
    }

    /** Put lines between the marks {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. */
    static void writePart(final String name, final List<String> lines)
    {
        MeasuredPage.writePart(PAGE, name, lines);
    }
}
