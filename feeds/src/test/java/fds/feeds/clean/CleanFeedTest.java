package fds.feeds.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import fds.market.door.Feed;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import org.junit.jupiter.api.Test;

class CleanFeedTest
{
    private static final long SECOND = 1_000_000_000L;
    private static final CleanConfig DROPS = new CleanConfig(CleanAction.DROP, CleanAction.DROP, CleanAction.DROP,
        100_000, 5, CleanAction.DROP, 10 * SECOND, 60 * SECOND, CleanAction.COUNT, SECOND, 16, true);

    private final List<InboundEvent> given = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long timeNanos = 1_000 * SECOND;

    @Test
    void shouldDropWhatIsToldTwiceUnderOneNumber()
    {
        order(1, 11);
        order(2, 12);
        order(3, 13);
        copyOf(1); // the second message again
        copyOf(2);
        order(4, 14);

        assertEquals(List.of(1L, 2L, 3L, 4L), read(DROPS));
        assertEquals(List.of("duplicate 2: 2", "duplicate 3: 3"), told);
    }

    @Test
    void shouldTakeNumberThatComesAgainInOtherWordsForOlder()
    {
        final CleanConfig counts = CleanConfig.DEFAULT;
        order(5, 11);
        order(6, 12);
        order(1, 13); // the feed counts anew
        order(2, 14);
        order(5, 15);
        assertEquals(List.of(5L, 6L, 1L, 2L, 5L), read(counts));
        assertEquals(List.of("older 1: 1", "older 2: 2", "older 5: 5"), told);
    }

    @Test
    void shouldHandOnLateMessageWhole()
    {
        order(1, 11);
        order(9, 12);
        event(4, Kind.BOOK).side(Side.BUY).priceTicks(100).quantityLots(1).flags(0);
        event(4, Kind.BOOK).side(Side.SELL).priceTicks(101).quantityLots(1);
        order(10, 13);
        copyOf(2); // now both are known
        copyOf(3);

        assertEquals(List.of(1L, 9L, 4L, 4L, 10L), read(CleanConfig.DEFAULT));
        assertEquals(List.of("older 4: 4", "older 4: 4", "duplicate 4: 4", "duplicate 4: 4"), told);
    }

    @Test
    void shouldTakeEventsOfOneMessageForItsOwn()
    {
        // Two prints of a message may be alike when it names no trades; told again behind its end, they are still not
        // known to be the same.
        trade(1, 100, Absent.VALUE);
        trade(1, 100, Absent.VALUE);
        trade(2, 100, 7);
        trade(2, 100, 8);
        copyOf(2);
        order(3, 11);
        copyOf(5);

        assertEquals(List.of(1L, 1L, 2L, 2L, 3L), read(CleanConfig.DEFAULT));
        assertEquals(List.of("duplicate 2: 2", "duplicate 3: 3"), told);
    }

    @Test
    void shouldTellTextsApart()
    {
        order(1, 0);
        given.get(0).id(TextField.ORDER, "a");
        order(1, 0);
        given.get(1).id(TextField.ORDER, "b");
        copyOf(0);

        assertEquals(List.of(1L, 1L), read(CleanConfig.DEFAULT));
    }

    @Test
    void shouldCountEachFeedByItself()
    {
        order(5, 11);
        order(1, 12);
        given.get(1).event().feedId(2);
        assertEquals(List.of(5L, 1L), read(DROPS));
    }

    @Test
    void shouldForgetNumbersBehindTheWindow()
    {
        order(1, 11);
        order(FeedNumbers.WINDOW, 12);
        copyOf(0);
        order(FeedNumbers.WINDOW + 1, 13);
        copyOf(0);
        assertEquals(List.of(1L, (long)FeedNumbers.WINDOW, FeedNumbers.WINDOW + 1L), read(DROPS));
        assertEquals(List.of("duplicate 1: 1", "older 1: 1"), told);
    }

    @Test
    void shouldDropPrintsFarFromTheMiddle()
    {
        final long[] prices = { 100, 101, 99, 100, 500, 110, 111, 89, 90, 102 };
        for (int i = 0; i < prices.length; i++)
        {
            trade(i + 1, prices[i], i);
        }
        // 500 comes while the window is not full; then 110 is just within 10 % of 100, 111 of 101; 89 and 90 are not
        // of 110, and do not move the middle: 102 is.
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 10L), read(DROPS));
        assertEquals(List.of("print 8: 89", "print 9: 90"), told);
    }

    @Test
    void shouldFollowMarketThatMoved()
    {
        for (int i = 1; i <= 5; i++)
        {
            trade(i, 100, i);
        }
        for (int i = 6; i <= 12; i++)
        {
            trade(i, 200, i);
        }
        // Three of a window of five: the third print out of range is met itself, and moves the middle.
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 9L, 10L, 11L, 12L), read(DROPS));
    }

    /** The middle that is kept is the middle of the window, sorted anew each time. */
    @Test
    void shouldAgreeWithPlainMiddle()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final int window = 3 + 2 * random.nextInt(5);
            final PrintBand band = new PrintBand(window, 200_000);
            final List<Long> kept = new ArrayList<>();
            final List<Long> outside = new ArrayList<>();
            for (int i = 0; i < 300; i++)
            {
                final long price = 50 + random.nextInt(random.nextInt(4) == 0 ? 100 : 10);
                final List<Long> last = kept.subList(Math.max(0, kept.size() - window), kept.size());
                final long middle = last.size() < window ? 0 : last.stream().sorted().toList().get(window / 2);
                final boolean isOut = middle != 0 && Math.abs(price - middle) * 5 > middle;
                assertEquals(isOut ? middle : 0, band.meets(price), "seed " + seed + ", print " + i);
                if (!isOut)
                {
                    outside.clear();
                    kept.add(price);
                }
                else
                {
                    outside.add(price);
                    if (outside.size() == window / 2 + 1)
                    {
                        kept.addAll(outside);
                        outside.clear();
                    }
                }
            }
        }
    }

    @Test
    void shouldDropQuotesFarBehindTheFeedsClock()
    {
        quote(1, Kind.BBO, 100);
        timeNanos += 30 * SECOND;
        quote(2, Kind.BBO, 101);
        timeNanos -= 10 * SECOND;
        quote(3, Kind.INDEX, 102); // as far behind as is allowed
        timeNanos--;
        quote(4, Kind.BOOK, 103);
        order(5, 11);              // no quote
        quote(6, Kind.BOOK, 103);
        given.get(5).event().flags(Flags.SNAPSHOT); // what it tells may be of long ago
        assertEquals(List.of(1L, 2L, 3L, 5L, 6L), read(DROPS));
        assertEquals(List.of("old_quote 4: 10000000001"), told);
    }

    @Test
    void shouldDropQuotesThatSayTheSameForLong()
    {
        quote(1, Kind.INDEX, 100);
        timeNanos += 60 * SECOND;
        quote(2, Kind.INDEX, 100);
        timeNanos++;
        quote(3, Kind.INDEX, 100);
        quote(4, Kind.MARK, 100);
        quote(5, Kind.INDEX, 101);
        timeNanos += 61 * SECOND;
        quote(6, Kind.BOOK, 101); // a level is told when it changes
        quote(7, Kind.BOOK, 101);
        assertEquals(List.of(1L, 2L, 4L, 5L, 6L, 7L), read(DROPS));
        assertEquals(List.of("frozen_quote 3: 60000000001"), told);
    }

    @Test
    void shouldTellJumpOfAClock()
    {
        final long[] offsets = { 5, 5 + SECOND, -SECOND, -2 * SECOND - 1 };
        for (int window = 0; window < offsets.length; window++)
        {
            for (int i = 1; i <= 16; i++)
            {
                timeNanos += SECOND;
                order(16 * window + i, 100 + i);
                given.get(given.size() - 1).receiveTimeNanos(timeNanos + offsets[window] + 3 * SECOND * (i % 2));
            }
        }
        assertEquals(64, read(DROPS).size());
        // From 5 ns by exactly the band: no jump. Then by more, each time told with the last message of the window.
        assertEquals(List.of("clock 48: -2000000005", "clock 64: -1000000001"), told);
    }

    @Test
    void shouldTellNothingThatIsSwitchedOff()
    {
        order(2, 11);
        order(1, 12);
        copyOf(0);
        trade(3, 100, 1);
        assertEquals(List.of(2L, 1L, 2L, 3L), read(CleanConfig.OFF));
        assertEquals(List.of(), told);
    }

    @Test
    void shouldSayWhatItMet()
    {
        order(1, 11);
        copyOf(0);
        order(3, 12);
        order(2, 12);
        final CleanFeed feed = new CleanFeed(new Given(), CleanConfig.DEFAULT, this::tell);
        final InboundEvent event = new InboundEvent();
        while (feed.next(event))
        {
            assertTrue(event.event().feedSequence() > 0);
        }
        assertEquals(List.of("cleaning: 1 by the rule 'duplicate', dropped",
            "cleaning: 1 by the rule 'older', counted and handed on"), feed.notes());
        assertEquals(2, feed.met());
        assertEquals(1, feed.dropped());
    }

    @Test
    void shouldRefuseWhatIsOutOfRange()
    {
        for (final int window : new int[]{ 1, 4, 65 })
        {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> new CleanConfig(CleanAction.OFF,
                CleanAction.OFF, CleanAction.OFF, 1, window, CleanAction.OFF, 0, 0, CleanAction.OFF, 1, 16, false))
                .getMessage().startsWith("clean.print_window is " + window));
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new CleanConfig(CleanAction.OFF,
            CleanAction.OFF, CleanAction.OFF, 1, 3, CleanAction.OFF, 0, 0, CleanAction.DROP, 1, 16, false))
            .getMessage().startsWith("clean.clock is drop"));
    }

    private List<Long> read(final CleanConfig config)
    {
        final CleanFeed feed = new CleanFeed(new Given(), config, this::tell);
        final List<Long> numbers = new ArrayList<>();
        final InboundEvent event = new InboundEvent();
        while (feed.next(event))
        {
            numbers.add(event.event().feedSequence());
        }
        assertEquals(given.size() - numbers.size(), feed.dropped());
        assertEquals(told.size(), LongStream.of(Arrays.stream(CleanRule.values()).mapToLong(feed::count).toArray())
            .sum());
        return numbers;
    }

    private void tell(final CleanRule rule, final InboundEvent event, final long value, final String allowed)
    {
        told.add(rule.word() + " " + event.event().feedSequence() + ": " + value);
    }

    private void order(final long number, final long id)
    {
        event(number, Kind.NEW).side(Side.BUY).orderId(id).priceTicks(100).quantityLots(1);
    }

    private void trade(final long number, final long price, final long reference)
    {
        event(number, Kind.TRADE).side(Side.BUY).priceTicks(price).quantityLots(1).reference(reference);
    }

    private void quote(final long number, final int kind, final long price)
    {
        event(number, kind).side(kind == Kind.BBO || kind == Kind.BOOK ? Side.BUY : Side.NONE).priceTicks(price)
            .quantityLots(1);
    }

    private MarketEvent event(final long number, final int kind)
    {
        final InboundEvent event = new InboundEvent().clear();
        given.add(event);
        return event.event().kind(kind).feedId(1).feedSequence(number).instrumentId(1).venueId(1)
            .venueTimeNanos(timeNanos).flags(Flags.LAST);
    }

    private void copyOf(final int index)
    {
        final InboundEvent event = new InboundEvent();
        event.copyFrom(given.get(index));
        given.add(event);
    }

    /** The events of the test. */
    private final class Given implements Feed
    {
        private int next;

        @Override
        public List<Instrument> instruments()
        {
            return List.of(new Instrument(1, 1, 1, "V1", "X", InstrumentType.SPOT, "X", "USD", "", 1, 0, 1, 0, 1, 0, 1,
                1_000_000, 1_000_000));
        }

        @Override
        public List<AccountOwner> accounts()
        {
            return List.of();
        }

        @Override
        public boolean next(final InboundEvent event)
        {
            if (next == given.size())
            {
                return false;
            }
            event.copyFrom(given.get(next++));
            return true;
        }

        @Override
        public void close()
        {
            // nothing to give back
        }
    }
}
