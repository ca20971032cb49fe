package fds.feeds.simulator.label;

import java.util.List;

/**
 * What the simulator did on purpose, as it really happened.
 * <p>
 * The rows of a label are those that carry the pattern: for wash trades the TRADEs of the named accounts with each
 * other (a wash order that somebody else took is not one), for a fat finger the order as it was sent and what came of
 * it, for everything else every row of the episode's orders.
 *
 * @param id                   1 and up, in the order of completion.
 * @param typology             {@code self_wash}, {@code quote_stuffing} ...; what
 *                             begins with {@code decoy_} is honest and should not alert.
 * @param detector             the detector that should find it ({@code D01}); empty for a decoy.
 * @param instrument           symbol.
 * @param accounts             as the events name them; none where a price alone shows it.
 * @param firstRow             {@code feedSequence} of the first row that carries the pattern.
 * @param lastRow              {@code feedSequence} of the last one.
 * @param firstTimestampNanos  venue time of the first row.
 * @param lastTimestampNanos   venue time of the last row.
 * @param events               rows that carry the pattern, 1 or more.
 * @param venue                name of the instrument's venue.
 * @param gainUnits            what the episode's own fills, fees and payments came to, what they left it with valued at
 *                             its end, in 10⁻⁸ of the quote currency; negative: a loss.
 * @param rows                 the rows that carry the pattern, one by one.
 * @param also                 other instruments that it acts on, each as {@code VENUE/SYMBOL}.
 * @param carried              detectors whose pattern was carried by what was really done: its own, unless the attempt
 *                             came to nothing, and others ({@code D05} where a wash was made of agreed orders), whose
 *                             alerts about it are no mistakes.
 */
public record Label(
    long id,
    String typology,
    String detector,
    String instrument,
    List<String> accounts,
    long firstRow,
    long lastRow,
    long firstTimestampNanos,
    long lastTimestampNanos,
    long events,
    String venue,
    long gainUnits,
    RowRuns rows,
    List<String> also,
    List<String> carried)
{
    /** Copies the accounts, the rows, the other instruments and the detectors. */
    public Label
    {
        accounts = List.copyOf(accounts);
        also = List.copyOf(also);
        carried = List.copyOf(carried);
        rows = rows.copy();
    }

    /**
     * Of one instrument, carrying the pattern that it is meant for.
     */
    public Label(
        final long id, final String typology, final String detector, final String instrument,
        final List<String> accounts, final long firstRow, final long lastRow, final long firstTimestampNanos,
        final long lastTimestampNanos, final long events, final String venue, final long gainUnits, final RowRuns rows)
    {
        this(id, typology, detector, instrument, accounts, firstRow, lastRow, firstTimestampNanos, lastTimestampNanos,
            events, venue, gainUnits, rows, List.of(), detector.isEmpty() ? List.of() : List.of(detector));
    }

    /**
     * Whether an alert of a detector about it is no mistake.
     *
     * @param id of the detector, {@code D01}.
     * @return true for the one that should find it and for those whose pattern it carried as well.
     */
    public boolean carries(final String id)
    {
        return detector.equals(id) || carried.contains(id);
    }

    /**
     * Whether it was meant as abuse, but did not come so far that the pattern was there to be seen: broken off, nobody
     * filled, too few.
     *
     * @return false for decoys.
     */
    public boolean isAttempt()
    {
        return !detector.isEmpty() && !carried.contains(detector);
    }

    /**
     * Whether it is honest flow that looks like abuse.
     *
     * @return true when nothing should alert.
     */
    public boolean isDecoy()
    {
        return typology.startsWith("decoy_");
    }
}
