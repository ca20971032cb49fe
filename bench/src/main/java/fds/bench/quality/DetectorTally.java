package fds.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.bench.suite.Interval;
import fds.bench.suite.PrecisionRecall;

/** What a detector did over some runs, counted. Owned by one thread. */
final class DetectorTally
{
    final String detector;
    final boolean isMissing; // no detector of this build looks for these labels
    final boolean accusesNobody; // tells of the market
    final List<Long> delayEvents = new ArrayList<>();
    final List<Double> delaySeconds = new ArrayList<>();
    final List<Double> afterEndSeconds = new ArrayList<>();
    final Map<String, List<String>> wrongByCause = new LinkedHashMap<>(); // seed:id of each
    final Map<String, Long> unfoundByTypology = new TreeMap<>();
    final PrecisionRecall curve = new PrecisionRecall(); // of alerts, a label once
    long exposed;       // events that could have led to an alert
    long wrongAccounts; // that alerts name which find nothing those accounts have done
    long labels;
    long found;
    long attempts; // labels that did not carry the pattern
    long foundAttempts;
    long alerts;
    long right;
    long rightBesides; // of those: labelled for another detector, but carrying this one's pattern as well
    long onOtherAbuse; // of those that are not right: within other abuse of an account that they name
    long onDecoys;
    long findings;
    long findingsRight;

    DetectorTally(final String detector, final boolean isMissing, final boolean accusesNobody)
    {
        this.detector = detector;
        this.isMissing = isMissing;
        this.accusesNobody = accusesNobody;
    }

    Interval recall()
    {
        return Interval.wilson(found, labels);
    }

    /** Of labels whose episode came so far that the pattern was there. */
    Interval recallOfCarried()
    {
        return Interval.wilson(found - foundAttempts, labels - attempts);
    }

    Interval precision()
    {
        return Interval.wilson(right, alerts);
    }

    /** Alerts that name an account which abuses the market then, this way or another. */
    Interval precisionOfAccusation()
    {
        return Interval.wilson(right + onOtherAbuse, alerts);
    }

    /** Alerts against the events that could have led to one. */
    Interval alertShare()
    {
        return Interval.wilson(Math.min(alerts, exposed), exposed);
    }

    Interval findingPrecision()
    {
        return Interval.wilson(findingsRight, findings);
    }

    /**
     * The middle of some values.
     *
     * @param values any order.
     * @return not a number when there are none.
     */
    static double median(final List<? extends Number> values)
    {
        if (values.isEmpty())
        {
            return Double.NaN;
        }
        final double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
