package fds.bench.labelled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import fds.bench.suite.ToldAlert;

/** {@code pump-trades-binance-96h}, by the protocol of its README. */
public final class PumpSuite implements Suite
{
    private static final String FOLDER = "pump-trades-binance-96h";
    private static final String MEANT = "D24";

    @Override
    public String name()
    {
        return "pump";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        final List<PumpCapture> captures = PumpCapture.all(LabelledData.folder().path().resolve(FOLDER));
        progress.begin(name(), captures.size());
        final List<Map<String, List<Long>>> told = new ArrayList<>();
        final Map<String, PumpTally> tallies = new TreeMap<>();
        tallies.put(MEANT, new PumpTally(MEANT, !engine.has(MEANT)));
        long events = 0;
        try (NormalizedInput input = new NormalizedInput())
        {
            for (final PumpCapture capture : captures)
            {
                final MeasuredEngine.Outcome outcome = engine.run(input.of(List.of(capture.prints())));
                events += outcome.events();
                final Map<String, List<Long>> times = new LinkedHashMap<>();
                for (final ToldAlert alert : outcome.alerts())
                {
                    tallies.computeIfAbsent(alert.detector(), id -> new PumpTally(id, false));
                    alert.findings().forEach(finding -> times.computeIfAbsent(
                        alert.detector(), id -> new ArrayList<>()).add(finding.timeNanos()));
                }
                told.add(times);
                progress.step();
            }
        }
        final SuiteReport report = new SuiteReport();
        report.lines(String.format(Locale.ROOT, "%,d prints, %d pumps with a label that counts (%d gold, %d " +
            "silver). Told within half an hour of the one before counts as that one; found is what is told within " +
            "120 seconds behind the onset, a lead up to 120 before it, everything else in the two days is off the " +
            "onset.",
            events, captures.size(), count(captures, "gold"), count(captures, "silver")), "",
            "| detector | pumps | within 30 s | 60 s | 120 s [95 %] | leads | off onset, 48 h | median delay, s | " +
            "25 s bins: precision, recall, F1 | found, by coin |",
            "| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- | --- |");
        tallies.forEach((detector, tally) ->
        {
            for (int i = 0; i < captures.size(); i++)
            {
                tally.add(captures.get(i), told.get(i).getOrDefault(detector, List.of()));
            }
            tally.tell(report);
        });
        return report.lines("", "D24 is the detector that is meant; the others tell of unusual prices and volumes, " +
            "of pumps among them.", "");
    }

    private static long count(final List<PumpCapture> captures, final String quality)
    {
        return captures.stream().filter(capture -> capture.quality().equals(quality)).count();
    }
}
