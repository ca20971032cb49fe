package fds.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fds.bench.suite.Interval;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;

/** Alerts of each detector on all recordings, over the events that could have led to one. */
final class ExposureTable
{
    private final Map<String, Row> rows = new TreeMap<>(); // by detector

    /** Of one detector. */
    private static final class Row
    {
        private long exposed;
        private int recordings;
        private long alerts;
        private final Map<String, Integer> verdicts = new TreeMap<>();
    }

    /**
     * A recording was run.
     *
     * @param infos     of the detectors that were on.
     * @param exposures of its runs.
     * @param knows     what it tells.
     */
    void add(final List<DetectorInfo> infos, final List<Exposure> exposures, final Set<Knowledge> knows)
    {
        for (final DetectorInfo info : infos)
        {
            final Row row = rows.computeIfAbsent(info.id(), id -> new Row());
            final long exposed = exposures.stream().mapToLong(exposure -> exposure.of(info, knows)).sum();
            row.exposed += exposed;
            row.recordings += exposed == 0 ? 0 : 1;
        }
    }

    /**
     * An alert was told.
     *
     * @param detector id.
     * @param verdict  of who looked at it.
     */
    void add(final String detector, final String verdict)
    {
        final Row row = rows.computeIfAbsent(detector, id -> new Row());
        row.alerts++;
        row.verdicts.merge(verdict.replace('_', ' '), 1, Integer::sum);
    }

    /**
     * For people.
     *
     * @return lines of a table, poor and blind ones included.
     */
    List<String> lines()
    {
        final List<String> lines = new ArrayList<>(List.of(
            "| detector | recordings that could trigger it | events that could | alerts | a million such events " +
            "[95 %] | judged |", "| --- | ---: | ---: | ---: | --- | --- |"));
        rows.forEach((detector, row) ->
        {
            final Interval share = Interval.wilson(row.alerts, row.exposed);
            lines.add(String.format(Locale.ROOT, "| %s | %d | %,d | %d | %s | %s |", detector, row.recordings,
                row.exposed, row.alerts, row.exposed == 0 ? "not measured" : String.format(Locale.ROOT,
                    "%.1f [%.1f, %.1f]", share.share() * 1e6, share.low() * 1e6, share.high() * 1e6),
                row.verdicts.isEmpty() ? "" : row.verdicts.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey()).reduce((one, other) -> one + ", " + other)
                    .orElseThrow()));
        });
        return lines;
    }
}
