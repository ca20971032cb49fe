package fds.bench.incident;

import java.util.List;
import java.util.Map;

import fds.bench.suite.ToldAlert;

/** Holds what was told of a case against what the case demands. */
final class CaseJudge
{
    private final CaseRows rows;
    private final List<ToldAlert> alerts;

    /**
     * Of one run.
     *
     * @param rows   that were run.
     * @param alerts that were told.
     */
    CaseJudge(final CaseRows rows, final List<ToldAlert> alerts)
    {
        this.rows = rows;
        this.alerts = alerts;
    }

    /** How a demand was met. The order is from best to worst. */
    enum Answer
    {
        /** Told with its evidence, in time. */
        FIRED("fired"),
        /** Told, but with a cause behind the block point. */
        LATE("late"),
        /** Told, but not with the events that must be named. */
        OTHER_EVIDENCE("other evidence"),
        /** Not told. */
        NOT_TOLD("not told");

        private final String words;

        Answer(final String words)
        {
            this.words = words;
        }

        String words()
        {
            return words;
        }
    }

    /**
     * What became of a demand.
     *
     * @param answer       in a word.
     * @param times        it was told in time and with its evidence.
     * @param delaySeconds from the first of the case's events that count to the cause; not a number when not told.
     * @param afterSeconds from the last one.
     */
    record Met(Answer answer, int times, double delaySeconds, double afterSeconds)
    {
    }

    /**
     * Whether a detector that must fire did.
     *
     * @param verdict that fires.
     * @return the best of what was told.
     */
    Met fired(final Verdict verdict)
    {
        int times = 0;
        Met best = new Met(Answer.NOT_TOLD, 0, Double.NaN, Double.NaN);
        for (final ToldAlert alert : alerts)
        {
            if (isOf(alert, verdict))
            {
                for (final ToldAlert.Finding finding : alert.findings())
                {
                    final Met met = met(verdict, finding);
                    times += met.times();
                    best = met.answer().ordinal() < best.answer().ordinal() ? met : best;
                }
            }
        }
        return new Met(best.answer(), times, best.delaySeconds(), best.afterSeconds());
    }

    /**
     * The alerts of one detector about the accounts of a demand.
     *
     * @param verdict any.
     * @return none: it is silent.
     */
    List<ToldAlert> told(final Verdict verdict)
    {
        return alerts.stream().filter(alert -> isOf(alert, verdict)).toList();
    }

    private static boolean isOf(final ToldAlert alert, final Verdict verdict)
    {
        return alert.detector().equals(verdict.detector()) &&
            (verdict.instrument().isEmpty() || alert.instrument().equals(verdict.instrument())) &&
            (verdict.accounts().isEmpty() || alert.accounts().stream().anyMatch(verdict.accounts()::contains));
    }

    private Met met(final Verdict verdict, final ToldAlert.Finding finding)
    {
        final long first = rows.firstRow(verdict.evidence().values());
        final long last = rows.lastRow(verdict.evidence().values());
        final double delay = last == 0 ? Double.NaN : (finding.timeNanos() - rows.timeNanos(first)) / 1e9;
        final double after = last == 0 ? Double.NaN : (finding.timeNanos() - rows.timeNanos(last)) / 1e9;
        if (!hasEvidence(verdict, finding))
        {
            return new Met(Answer.OTHER_EVIDENCE, 0, delay, after);
        }
        final long block = verdict.block().isEmpty() ? 0 : rows.lastRow(List.of(verdict.block()));
        final boolean isLate = block != 0 && (finding.row() != 0 ? finding.row() > block :
            finding.timeNanos() > rows.timeNanos(block));
        return new Met(isLate ? Answer.LATE : Answer.FIRED, isLate ? 0 : 1, delay, after);
    }

    private boolean hasEvidence(final Verdict verdict, final ToldAlert.Finding finding)
    {
        if (finding.rowsByRole() == null)
        {
            return true;
        }
        for (final Map.Entry<String, String> named : verdict.evidence().entrySet())
        {
            if (finding.rowsByRole().getOrDefault(named.getKey(), List.of()).stream()
                .noneMatch(row -> rows.isOf(row, named.getValue())))
            {
                return false;
            }
        }
        return true;
    }
}
