package fds.feeds.raw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Diffs that came before the snapshot they need; bounded by their levels, each diff counted as one more. */
final class WaitingDiffs
{
    private static final int LEVELS_MAX = 1 << 20;

    private final ArrayDeque<BookUpdate> oldestFirst = new ArrayDeque<>();
    private long levelCount;

    /** Keep a diff; how many older ones had to be dropped for it. */
    long hold(final BookUpdate diff)
    {
        oldestFirst.add(diff);
        levelCount += diff.levels.size() + 1;
        long dropped = 0;
        while (levelCount > LEVELS_MAX)
        {
            levelCount -= oldestFirst.poll().levels.size() + 1;
            dropped++;
        }
        return dropped;
    }

    /** Take out the diffs of a book, oldest first. */
    List<BookUpdate> release(final Book book)
    {
        if (!book.waits || oldestFirst.isEmpty())
        {
            return List.of();
        }
        final List<BookUpdate> released = new ArrayList<>();
        oldestFirst.removeIf(diff -> diff.book == book && released.add(diff));
        released.forEach(diff -> levelCount -= diff.levels.size() + 1);
        return released;
    }

    /** Drop all; how many there were. */
    long forget()
    {
        final int count = oldestFirst.size();
        oldestFirst.clear();
        levelCount = 0;
        return count;
    }
}
