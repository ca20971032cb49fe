package fds.app.run;

import fds.market.partition.Market;

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
 * @param books        how far they were to be trusted.
 * @param cleaned      messages that cleaning met.
 * @param dropped      messages that cleaning did not hand on.
 * @param muted        findings that were muted.
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
    long decisions,
    Books books,
    long cleaned,
    long dropped,
    long muted)
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
            " blind_spots=" + blindSpots + " last_sequence=" + lastSequence +
            " untrusted_books=" + books.untrusted() + " unseen_events=" + books.unseenEvents() +
            " crossed=" + books.crossed() + " locked=" + books.locked() +
            " cleaned=" + cleaned + " dropped=" + dropped + " muted=" + muted;
    }

    /**
     * How far books were to be trusted.
     *
     * @param untrusted    books that were not at the end.
     * @param unseenEvents that were not shown to detectors that decide by the book.
     * @param crossed      messages behind which a book was crossed.
     * @param locked       messages behind which best bid and best ask were equal.
     */
    public record Books(long untrusted, long unseenEvents, long crossed, long locked)
    {
        /** None. */
        public static final Books NONE = new Books(0, 0, 0, 0);

        Books with(final Market market)
        {
            return new Books(untrusted + market.untrustedBookCount(), unseenEvents + market.counters().unseen(),
                crossed + market.counters().crossed(), locked + market.counters().locked());
        }
    }
}
