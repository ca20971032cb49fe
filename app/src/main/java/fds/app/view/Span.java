package fds.app.view;

import fds.app.UsageException;

/**
 * A stretch of a journal, both ends included.
 *
 * @param from first moment, or null: from the beginning.
 * @param to   last moment, or null: to the end.
 */
public record Span(Moment from, Moment to)
{
    /** All there is. */
    public static final Span ALL = new Span(null, null);

    /**
     * Read both ends.
     *
     * @param from as a user wrote {@code --from}, or null.
     * @param to   as a user wrote {@code --to}, or null.
     * @return the span.
     * @throws UsageException when one is no moment, or they are in the wrong order.
     */
    public static Span parse(final String from, final String to)
    {
        final Moment first = from == null ? null : Moment.from("--from", from);
        final Moment last = to == null ? null : Moment.to("--to", to);
        if (first != null && last != null && first.isSequence() == last.isSequence() && first.value() > last.value())
        {
            throw new UsageException("--from is '" + from + "' and --to is '" + to + "': --to must not be earlier");
        }
        return new Span(first, last);
    }

    /**
     * Whether something happened within.
     *
     * @param sequence  of it.
     * @param timeNanos of it.
     * @return true when it is neither before the first nor behind the last moment.
     */
    public boolean contains(final long sequence, final long timeNanos)
    {
        return overlaps(sequence, timeNanos, sequence, timeNanos);
    }

    /**
     * Whether something that lasted touches this span.
     *
     * @param firstSequence  of its beginning.
     * @param firstTimeNanos of its beginning.
     * @param lastSequence   of its end.
     * @param lastTimeNanos  of its end.
     * @return true when part of it lies within.
     */
    public boolean overlaps(
        final long firstSequence, final long firstTimeNanos, final long lastSequence, final long lastTimeNanos)
    {
        return (from == null || from.compareTo(lastSequence, lastTimeNanos) <= 0) &&
            (to == null || to.compareTo(firstSequence, firstTimeNanos) >= 0);
    }
}
