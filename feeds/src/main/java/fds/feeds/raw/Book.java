package fds.feeds.raw;

import java.util.LinkedHashMap;
import java.util.Map;

import fds.market.event.Absent;

/** Where one book stands in its venue's numbering. Until a snapshot, and after a gap, its diffs are not used. */
public final class Book
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

    final Listing listing;
    final String feed;
    final Numbering numbering;
    final boolean waits; // for a snapshot by HTTP, which comes later than the diffs it needs
    private final Map<String, BookUpdate.Level> whole = new LinkedHashMap<>(); // by side and price
    private boolean isPassedOver;
    private boolean isTrusted;
    private boolean isBehindSnapshot;
    private boolean isTold;
    private boolean isBroken;
    private long lastId = Absent.VALUE;

    Book(final Listing listing, final String feed, final Numbering numbering, final boolean waits)
    {
        this.listing = listing;
        this.feed = feed;
        this.numbering = numbering;
        this.waits = waits;
    }

    /** Its updates are not used, since another channel tells the same book. */
    Book passOver()
    {
        isPassedOver = true;
        return this;
    }

    boolean isPassedOver()
    {
        return isPassedOver;
    }

    /** What must change to make the last whole book this one, which becomes the last. */
    BookUpdate changeTo(final BookUpdate next)
    {
        final BookUpdate change = new BookUpdate(this, false, false).at(next.timeNanos);
        change.receiveTimeNanos = next.receiveTimeNanos;
        change.lastId = next.lastId;
        final Map<String, BookUpdate.Level> before = new LinkedHashMap<>(whole);
        whole.clear();
        for (final BookUpdate.Level level : next.levels)
        {
            final String key = level.side() + level.price();
            whole.put(key, level);
            if (!level.equals(before.remove(key)))
            {
                change.levels.add(level);
            }
        }
        before.values().forEach(level -> change.level(level.side(), level.price(), "0"));
        return change;
    }

    Verdict onDiff(final BookUpdate diff)
    {
        if (!isTrusted)
        {
            return Verdict.WAIT;
        }
        if (!isBroken && numbering.isOld(diff, lastId))
        {
            return Verdict.OLD;
        }
        if (isBroken || !numbering.continues(diff, lastId, isBehindSnapshot))
        {
            return Verdict.GAP;
        }
        lastId = diff.lastId;
        isBehindSnapshot = false;
        return Verdict.APPLY;
    }

    /** Take a snapshot; false when it was asked for, and the book is newer. */
    boolean onSnapshot(final BookUpdate snapshot)
    {
        if (waits && isTrusted && !isBroken && snapshot.lastId < lastId)
        {
            return false;
        }
        lastId = snapshot.lastId;
        isTrusted = true;
        isBroken = false;
        isBehindSnapshot = true;
        return true;
    }

    /** Its levels are not to be used any more; with the gap it is told. */
    void distrust()
    {
        isTrusted = false;
        isBroken = false;
        isTold = true;
    }

    /** An update was lost: what comes next is behind a gap. */
    void lose()
    {
        isBroken |= isTrusted;
    }

    boolean isTrusted()
    {
        return isTrusted;
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

    long missing(final BookUpdate diff)
    {
        return isBroken || lastId == Absent.VALUE ? Absent.VALUE : numbering.missing(diff, lastId);
    }
}
