package fds.bench.incident;

import fds.bench.suite.Interval;
import fds.bench.suite.SuiteReport;

/** What a detector did over all cases and rates. */
final class IncidentTally
{
    private final String detector;
    private final boolean isMissing;
    long demands;
    long fired;
    long late;
    long otherEvidence;
    long twins;
    long twinsSilent;
    long silences;
    long silent;
    long wrongAccounts;

    IncidentTally(final String detector, final boolean isMissing)
    {
        this.detector = detector;
        this.isMissing = isMissing;
    }

    void tell(final SuiteReport report)
    {
        final Interval share = Interval.wilson(fired, demands);
        report.row(detector, demands, isMissing ? "missing detector" : fired, isMissing ? "" : share.text(), late,
            otherEvidence, isMissing ? "" : twinsSilent + " of " + twins, silent + " of " + silences, wrongAccounts);
        report.object("detector", detector, "missing_detector", isMissing, "cases_and_rates", demands,
            "found", fired, "recall", share.share(), "recall_low", share.low(), "recall_high", share.high(),
            "late", late, "other_evidence", otherEvidence, "twins", twins, "twins_silent", twinsSilent,
            "must_be_silent", silences, "silent", silent, "wrong_accounts", wrongAccounts);
    }
}
