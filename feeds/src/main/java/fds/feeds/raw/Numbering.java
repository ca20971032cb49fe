package fds.feeds.raw;

import fds.market.event.Absent;

/** How a venue numbers the updates of a book, and so shows that one is missing. */
public enum Numbering
{
    /** Updates have no numbers: nothing shows that one is missing. */
    NONE,

    /** Numbers only grow, with holes: an update with a number not above the last is old. */
    RISING,

    /** Each update has the next number. */
    NEXT,

    /** Each update names the one it continues. */
    CHAIN,

    /** As {@link #NEXT} with several numbers an update; the first behind a snapshot may reach back before it. */
    SPAN,

    /** As {@link #CHAIN}; the first behind a snapshot may reach back before it. */
    SPAN_CHAIN;

    boolean hasGaps()
    {
        return this != NONE && this != RISING;
    }

    boolean isOld(final BookUpdate diff, final long lastId)
    {
        return this != NONE && diff.lastId != Absent.VALUE && lastId != Absent.VALUE && diff.lastId <= lastId;
    }

    boolean continues(final BookUpdate diff, final long lastId, final boolean isBehindSnapshot)
    {
        return switch (this)
        {
            case NONE, RISING -> true;
            case NEXT -> diff.firstId == lastId + 1;
            case CHAIN -> diff.previousId == lastId;
            case SPAN -> isBehindSnapshot ? diff.firstId <= lastId + 1 : diff.firstId == lastId + 1;
            case SPAN_CHAIN -> diff.previousId == lastId ||
                isBehindSnapshot &&
                (diff.firstId <= lastId || diff.previousId != Absent.VALUE && diff.previousId <= lastId);
        };
    }

    /** How many numbers are missing; absent where numbers do not count. */
    long missing(final BookUpdate diff, final long lastId)
    {
        return this == NEXT || this == SPAN ? Math.max(1, diff.firstId - 1 - lastId) : Absent.VALUE;
    }
}
