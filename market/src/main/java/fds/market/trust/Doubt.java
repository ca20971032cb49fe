package fds.market.trust;

import fds.market.partition.BlindSpotCause;

/** Why a book is not to be believed. Several may hold at once; it is trusted again when none does. */
public enum Doubt
{
    /** Messages are missing in the feed's numbering. */
    GAP(BlindSpotCause.FEED_GAP),
    /** The feed says so. */
    STATUS(BlindSpotCause.FEED_UNTRUSTED),
    /** It stayed crossed behind closed messages. */
    CROSSED(BlindSpotCause.BOOK_CROSSED),
    /** An order was named that is not in it: it rested before the recording, or its entry was missed. */
    INCOMPLETE(BlindSpotCause.BOOK_INCOMPLETE),
    /** Changes of levels came before the first whole book. */
    UNBUILT(BlindSpotCause.BOOK_UNBUILT);

    private final BlindSpotCause cause;

    Doubt(final BlindSpotCause cause)
    {
        this.cause = cause;
    }

    /**
     * As journaled.
     *
     * @return the cause of its blind spot.
     */
    public BlindSpotCause cause()
    {
        return cause;
    }

    long bit()
    {
        return 1L << ordinal();
    }
}
