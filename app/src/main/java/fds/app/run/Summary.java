package fds.app.run;

/**
 * What a run came to.
 *
 * @param events       of feeds.
 * @param rejected     messages that could not be taken.
 * @param alerts       opened.
 * @param findings     told.
 * @param elapsedNanos wall time.
 * @param decisionHash SHA-256 over the decisions.
 * @param blindSpots   told.
 * @param lastSequence newest event.
 * @param decisions    records journaled or hashed.
 */
public record Summary(
    long events,
    long rejected,
    long alerts,
    long findings,
    long elapsedNanos,
    String decisionHash,
    long blindSpots,
    long lastSequence,
    long decisions)
{
    /**
     * The one line that scripts read.
     *
     * @return keys and values.
     */
    public String line()
    {
        final long millis = elapsedNanos / 1_000_000;
        final long perSecond = Math.round(events * 1e9 / Math.max(1, elapsedNanos));
        return "events=" + events + " rejected=" + rejected + " alerts=" + alerts + " findings=" + findings +
            " elapsed_ms=" + millis + " events_per_s=" + perSecond + " decision_hash=" + decisionHash +
            " blind_spots=" + blindSpots + " last_sequence=" + lastSequence;
    }
}
