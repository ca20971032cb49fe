package fds.bench.labelled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import fds.bench.suite.Interval;
import fds.bench.suite.SuiteReport;

/** How one detector did on all captures, by the protocol that came with them. */
final class PumpTally
{
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW_NANOS = 24 * 3600 * SECOND;
    private static final long COOLDOWN_NANOS = 30 * 60 * SECOND;
    private static final long HIT_NANOS = 120 * SECOND;

    private final String detector;
    private final boolean isMissing;
    private final List<Double> delays = new ArrayList<>();
    private final Map<String, long[]> byCoin = new TreeMap<>(); // hits, events
    private long events;
    private long within30;
    private long within60;
    private long within120;
    private long leads;
    private long offOnset;
    private long bins;
    private long rightBins;

    PumpTally(final String detector, final boolean isMissing)
    {
        this.detector = detector;
        this.isMissing = isMissing;
    }

    /**
     * Count a capture.
     *
     * @param capture    with its label.
     * @param alertNanos times at which this detector told something, any order.
     */
    void add(final PumpCapture capture, final List<Long> alertNanos)
    {
        events++;
        double delay = Double.NaN;
        boolean isLead = false;
        for (final long at : episodes(capture, alertNanos))
        {
            final long after = at - capture.onsetNanos();
            bins++;
            rightBins += at / PumpCapture.BIN_NANOS == capture.onsetNanos() / PumpCapture.BIN_NANOS ? 1 : 0;
            if (after > 0 && after <= HIT_NANOS)
            {
                delay = Double.isNaN(delay) ? (double)after / SECOND : delay;
            }
            else if (after <= 0 && after >= -HIT_NANOS)
            {
                isLead = true;
            }
            else
            {
                offOnset++;
            }
        }
        leads += isLead ? 1 : 0;
        final long[] coin = byCoin.computeIfAbsent(capture.coin(), name -> new long[2]);
        coin[1]++;
        if (!Double.isNaN(delay))
        {
            delays.add(delay);
            within30 += delay <= 30 ? 1 : 0;
            within60 += delay <= 60 ? 1 : 0;
            within120++;
            coin[0]++;
        }
    }

    /** Those of the two days about the announcement; what comes within half an hour of one told is that one. */
    private static List<Long> episodes(final PumpCapture capture, final List<Long> alertNanos)
    {
        final List<Long> sorted = new ArrayList<>(alertNanos);
        Collections.sort(sorted);
        final List<Long> episodes = new ArrayList<>();
        for (final long at : sorted)
        {
            final boolean isNew = episodes.isEmpty() || at - episodes.get(episodes.size() - 1) >= COOLDOWN_NANOS;
            if (Math.abs(at - capture.announcedNanos()) <= WINDOW_NANOS && isNew)
            {
                episodes.add(at);
            }
        }
        return episodes;
    }

    /** A row for people and an object for programs. */
    void tell(final SuiteReport report)
    {
        if (isMissing)
        {
            report.row(detector, events, "missing detector", "", "", "", "", "", "", "");
            report.object("detector", detector, "missing_detector", true, "events", events);
            return;
        }
        final Interval precision = Interval.wilson(rightBins, bins);
        final Interval recall = Interval.wilson(rightBins, events);
        final double f1 = rightBins == 0 ? 0 : 2.0 * rightBins / (bins + events);
        final double perWindow = (double)offOnset / events;
        Collections.sort(delays);
        final double median = delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2);
        report.row(detector, events, within30, within60, Interval.wilson(within120, events).text(), leads,
            String.format(Locale.ROOT, "%.1f", perWindow),
            delays.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", median),
            precision.text() + ", " + recall.text() + ", " + String.format(Locale.ROOT, "%.2f", f1), coins());
        report.object("detector", detector, "missing_detector", false, "events", events, "within_30s", within30,
            "within_60s", within60, "within_120s", within120, "leads", leads, "off_onset_per_48h", perWindow,
            "median_delay_seconds", median, "bin_precision", precision.share(), "bin_recall", recall.share(),
            "bin_f1", f1);
    }

    private String coins()
    {
        final StringBuilder text = new StringBuilder();
        byCoin.forEach((coin, counts) -> text.append(text.isEmpty() ? "" : ", ").append(coin).append(' ')
            .append(counts[0]).append(" of ").append(counts[1]));
        return text.toString();
    }
}
