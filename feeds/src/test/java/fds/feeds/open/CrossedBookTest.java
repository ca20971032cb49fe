package fds.feeds.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.feeds.FeedMarket;
import fds.feeds.Recordings;
import fds.market.event.Flags;
import fds.market.event.Kind;
import org.junit.jupiter.api.Test;

/** The book that a recording makes is not crossed behind an event that closes a message. */
class CrossedBookTest
{
    /** What became of a recording. */
    private static final class Book
    {
        private long events;
        private long messages;
        private long crossed;
        private long twoSided;
        private long overfills;
        private long crossings;
        private long crossedByOther; // than an order that came or changed
        private long longestNanos;
        private long crossedOrLocked; // as the market counts
        private long untrusted;       // events
        private boolean isTrustedAtEnd;
    }

    @Test
    void shouldNeverCrossCmeBook()
    {
        final Book book = read("cme-es-mbo-2024/es_20240508_2s_mbo.csv.gz");
        assertEquals(0, book.crossed);
        assertEquals(0, book.crossedOrLocked);
        assertEquals(0, book.untrusted);
        assertEquals(0, book.overfills);
        assertTrue(book.messages > 150, "only " + book.messages + " messages");
        assertEquals(book.messages, book.twoSided);
    }

    @Test
    void shouldNeverCrossCmeSnapshot()
    {
        final Book book = read("cme-es-mbo-2024/es_h4_20231224_snapshot_mbo.csv.gz");
        assertEquals(0, book.crossed);
        assertEquals(1, book.messages);
        assertEquals(8_725, book.events);
        assertEquals(1, book.twoSided);
        assertTrue(book.isTrustedAtEnd);
    }

    @Test
    void shouldCrossBitstampBookOnlyByOrdersBeforeTheirFills()
    {
        final Book book = read("bitstamp-l3-2015/orders.csv.gz");
        // The venue tells an order that crosses as a message of its own, and what it fills in those behind it.
        // So every crossing begins with such an order, and is over when its last fill is told, within half a second.
        assertEquals(380, book.crossed);
        assertEquals(206, book.crossings);
        assertEquals(0, book.crossedByOther);
        assertTrue(book.longestNanos < 500_000_000, "crossed for " + book.longestNanos + " ns");
        assertEquals(380, book.crossedOrLocked);
        // Crossing so briefly is believed; orders that rested before the recording are not.
        assertTrue(book.untrusted > 0 && book.untrusted < book.events, "untrusted in " + book.untrusted + " events");
        assertEquals(book.messages, book.events);
        assertTrue(book.twoSided > 20_000, "only " + book.twoSided + " messages with both sides");
    }

    private static Book read(final String recording)
    {
        final Book book = new Book();
        try (FeedMarket market = new FeedMarket(Feeds.open(
            List.of(Recordings.find(recording)), "auto", FeedOptions.none())))
        {
            boolean wasCrossed = false;
            long since = 0;
            while (market.next())
            {
                book.events++;
                if (market.event.event().has(Flags.LAST))
                {
                    book.messages++;
                    final boolean isCrossed = market.isCrossed();
                    final int kind = market.event.event().kind();
                    final long time = market.event.receiveTimeNanos();
                    if (isCrossed && !wasCrossed)
                    {
                        since = time;
                        book.crossings++;
                        book.crossedByOther += kind == Kind.NEW || kind == Kind.REPLACE ? 0 : 1;
                    }
                    book.longestNanos = wasCrossed ? Math.max(book.longestNanos, time - since) : book.longestNanos;
                    wasCrossed = isCrossed;
                    book.crossed += isCrossed ? 1 : 0;
                    book.twoSided += market.market().bids().size() > 0 && market.market().asks().size() > 0 ? 1 : 0;
                }
            }
            book.crossedOrLocked = market.market().counters().crossed() + market.market().counters().locked();
            book.untrusted = market.market().counters().unseen();
            book.isTrustedAtEnd = market.market().isBookTrusted();
            book.overfills = market.market().counters().overfills();
        }
        System.out.println(recording + ": events=" + book.events + " messages=" + book.messages + " two-sided=" +
            book.twoSided + " crossed=" + book.crossed + " overfills=" + book.overfills +
            " crossings=" + book.crossings +
            " by other=" + book.crossedByOther + " longest=" + book.longestNanos + " untrusted=" + book.untrusted);
        return book;
    }
}
