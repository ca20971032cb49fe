package fds.feeds.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;

/** The books of one recording: judges updates by the venue's numbering, and tells what follows. Owned by one thread. */
final class Books
{
    /** That a feed is not to be trusted. */
    static final String UNTRUSTED = "untrusted";

    private static final String TRUSTED = "trusted";
    private static final int BOOKS_MAX = 1 << 16;

    private final List<Row> rows;
    private final List<Book> touched = new ArrayList<>();
    private final Map<String, Book> books = new LinkedHashMap<>();
    private final WaitingDiffs waiting = new WaitingDiffs();
    private long gapCount;
    private long withheldCount;
    private long oldCount;
    private long snapshotCount;
    private long diffCount;
    private long unchangedCount;
    private long olderCount;
    private long passedOverCount;

    Books(final List<Row> rows)
    {
        this.rows = rows;
    }

    void begin()
    {
        touched.clear();
    }

    /** The book of an instrument; one whose updates are passed over when another channel tells it already. */
    Book find(final Listing on, final String channel, final Numbering numbering, final boolean waits)
    {
        final String key = Told.key(on);
        final String feed = on.symbol() + '@' + channel;
        if (!books.containsKey(key) && books.size() == BOOKS_MAX)
        {
            throw Json.bad("symbol", on.symbol(), "at most " + BOOKS_MAX + " books");
        }
        final Book book = books.computeIfAbsent(key, name -> new Book(on, feed, numbering, waits));
        if (!book.feed.equals(feed))
        {
            return new Book(on, feed, numbering, waits).passOver();
        }
        touched.add(book);
        return book;
    }

    boolean apply(final BookUpdate update)
    {
        if (update.book.isPassedOver())
        {
            passedOverCount++;
            return false;
        }
        if (update.isSnapshot)
        {
            return applySnapshot(update);
        }
        diffCount++;
        return judge(update);
    }

    void distrust(final BookUpdate update)
    {
        if (update.book.isTrusted())
        {
            gap(update, Absent.VALUE);
        }
        else
        {
            apply(update);
        }
    }

    void missed(final long timeNanos, final long receiveTimeNanos, final long count)
    {
        for (final Book book : books.values())
        {
            if (book.isTrusted())
            {
                final BookUpdate cause = new BookUpdate(book, false, false).at(timeNanos);
                cause.receiveTimeNanos = receiveTimeNanos;
                gap(cause, count);
            }
        }
    }

    /** A gap of what is no book. */
    void countGap()
    {
        gapCount++;
    }

    void lose(final boolean isAny)
    {
        touched.forEach(Book::lose);
        if (isAny)
        {
            books.values().stream().filter(book -> !book.numbering.hasGaps()).forEach(Book::lose);
        }
    }

    /** What was counted; null when there were no books. */
    String counts()
    {
        withheldCount += waiting.forget();
        return books.isEmpty() ? null : books.size() + " books: " + snapshotCount + " snapshots, " + olderCount +
            " older than the book, " + unchangedCount + " unchanged; " + diffCount + " diffs, of them " + oldCount +
            " old and " + withheldCount + " withheld for want of a snapshot; " + gapCount + " gaps; " +
            passedOverCount + " updates of books that another channel tells";
    }

    private boolean applySnapshot(final BookUpdate snapshot)
    {
        final Book book = snapshot.book;
        if (snapshot.isWhole && book.isTrusted())
        {
            final BookUpdate change = book.changeTo(snapshot);
            book.onSnapshot(snapshot);
            if (change.levels.isEmpty())
            {
                unchangedCount++;
                return true;
            }
            diffCount++;
            levels(change, 0);
            return true;
        }
        if (!book.onSnapshot(snapshot))
        {
            olderCount++;
            return false;
        }
        if (snapshot.isWhole)
        {
            book.changeTo(snapshot);
        }
        snapshotCount++;
        if (book.tellsTrusted())
        {
            status(snapshot, TRUSTED);
        }
        bookRow(Kind.BOOK_CLEAR, snapshot).flags = Flags.SNAPSHOT;
        levels(snapshot, Flags.SNAPSHOT);
        for (final BookUpdate diff : waiting.release(book))
        {
            judge(diff);
        }
        return true;
    }

    private boolean judge(final BookUpdate diff)
    {
        final Book book = diff.book;
        switch (book.onDiff(diff))
        {
            case APPLY ->
            {
                if (!diff.levels.isEmpty())
                {
                    levels(diff, 0);
                }
                return true;
            }
            case OLD -> oldCount++;
            case WAIT ->
            {
                if (book.tellsUntrusted())
                {
                    status(diff, UNTRUSTED);
                }
                withhold(diff);
            }
            case GAP ->
            {
                gap(diff, book.missing(diff));
                withhold(diff);
            }
        }
        return false;
    }

    private void withhold(final BookUpdate diff)
    {
        withheldCount += diff.book.waits ? waiting.hold(diff) : 1;
    }

    private void gap(final BookUpdate cause, final long missing)
    {
        gapCount++;
        cause.book.distrust();
        final Row gap = bookRow(Kind.GAP, cause).reference(cause.book.feed).flag(Flags.LAST);
        gap.number = missing;
        status(cause, UNTRUSTED);
        bookRow(Kind.BOOK_CLEAR, cause).flag(Flags.LAST);
    }

    private void status(final BookUpdate cause, final String state)
    {
        bookRow(Kind.FEED_STATUS, cause).reference(cause.book.feed).reason(state).flag(Flags.LAST);
    }

    private void levels(final BookUpdate update, final int flags)
    {
        for (final BookUpdate.Level level : update.levels)
        {
            bookRow(Kind.BOOK, update).side(level.side()).price(level.price()).quantity(level.quantity()).flag(flags);
        }
        rows.get(rows.size() - 1).flag(Flags.LAST);
    }

    private Row bookRow(final int kind, final BookUpdate update)
    {
        final Row row = new Row(kind, update.book.listing, update.timeNanos, update.receiveTimeNanos);
        rows.add(row);
        return row.reference(update.lastId == Absent.VALUE ? "" : Long.toString(update.lastId));
    }
}
