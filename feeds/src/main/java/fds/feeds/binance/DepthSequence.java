package fds.feeds.binance;

import java.util.ArrayDeque;

/**
 * Where one book stands in the venue's numbering. Until a snapshot, and after a gap, diffs wait; a snapshot lets those
 * pass that are newer than it.
 */
final class DepthSequence
{
    /** What becomes of a diff. */
    enum Verdict
    {
        /** It is the next. */
        APPLY,

        /** It holds nothing new. */
        OLD,

        /** There is no book it could change. */
        WAIT,

        /** Something is missing before it. */
        GAP
    }

    final ArrayDeque<Rows> waiting = new ArrayDeque<>();
    private boolean isTrusted;
    private boolean isBehindSnapshot;
    private boolean isTold;
    private long lastId = -1;

    /** Judge a diff, and move on when it is the next or when something is missing. */
    Verdict onDiff(final Rows diff, final BinanceMarket market)
    {
        if (!isTrusted)
        {
            return Verdict.WAIT;
        }
        if (diff.lastId <= lastId)
        {
            return Verdict.OLD;
        }
        if (isBehindSnapshot ? market.continuesSnapshot(diff, lastId) : market.continuesDiff(diff, lastId))
        {
            lastId = diff.lastId;
            isBehindSnapshot = false;
            return Verdict.APPLY;
        }
        isTrusted = false;
        isTold = true; // with the gap
        return Verdict.GAP;
    }

    /** Take a snapshot; false when the book is newer. */
    boolean onSnapshot(final long snapshotId)
    {
        if (isTrusted && snapshotId < lastId)
        {
            return false;
        }
        lastId = snapshotId;
        isTrusted = true;
        isBehindSnapshot = true;
        return true;
    }

    /** Whether it must be told now that the book is not to be trusted: once until the next snapshot. */
    boolean tellsUntrusted()
    {
        final boolean tells = !isTrusted && !isTold;
        isTold |= tells;
        return tells;
    }

    /** Whether it must be told now that the book may be trusted again. */
    boolean tellsTrusted()
    {
        final boolean tells = isTold;
        isTold = false;
        return tells;
    }

    long lastId()
    {
        return lastId;
    }
}
