package fds.app.view;

import fds.app.UsageException;
import fds.market.event.Absent;
import fds.market.finding.Severity;

/**
 * Which alerts a user wants to see.
 *
 * @param span       that an alert touches, from its first event to its cause.
 * @param account    that it names, as the source wrote it, or null: any.
 * @param instrument symbol of, or null: any.
 * @param detector   {@code D01}, or null: any.
 * @param severity   least, or null: any.
 */
public record AlertFilter(Span span, String account, String instrument, String detector, Severity severity)
{
    /** Checks the detector. */
    public AlertFilter
    {
        if (detector != null && !detector.matches("[Dd]\\d{1,3}"))
        {
            throw new UsageException("--detector is '" + detector + "': must be D and a number, as in D01");
        }
    }

    /**
     * Whether an alert is wanted.
     *
     * @param alert any.
     * @param words names for its numbers.
     * @return true when it meets all conditions.
     */
    public boolean accepts(final AlertView alert, final AlertWords words)
    {
        return (severity == null || alert.severity().compareTo(severity) >= 0) &&
            (detector == null || alert.detector() == Integer.parseInt(detector.substring(1))) &&
            span.overlaps(alert.firstSequence(), timeOr(alert.firstTimeNanos(), alert), alert.causeSequence(),
                timeOr(alert.causeTimeNanos(), alert)) &&
            (instrument == null || instrument.equals(words.instrumentText(alert))) &&
            (account == null || words.accounts(alert).contains(account));
    }

    private static long timeOr(final long venueTimeNanos, final AlertView alert)
    {
        return venueTimeNanos == Absent.VALUE ? alert.engineTimeNanos() : venueTimeNanos;
    }
}
