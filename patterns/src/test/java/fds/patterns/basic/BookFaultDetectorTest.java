package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.event.Absent;
import fds.testkit.finding.RecordedFinding;
import org.junit.jupiter.api.Test;

/** A book that cannot be right. */
class BookFaultDetectorTest extends BasicContract<BookFaultConfig>
{
    @Override
    protected DetectorFactory<BookFaultConfig> factory()
    {
        return new BookFaultFactory();
    }

    @Override
    protected BookFaultConfig flowConfig()
    {
        return new BookFaultConfig(SECOND, SECOND, SECOND);
    }

    @Override
    protected Detector oracle(final BookFaultConfig config)
    {
        return new PlainBookFault(config);
    }

    @Test
    void shouldTellOfABookCrossedForASecond()
    {
        quotes(10_001, 10_000);
        events.after(SECOND - 1);
        trade(10_000, 1);
        assertSilent();
        events.after(1);
        trade(10_000, 1);
        final RecordedFinding found = recorder.findings().get(0);
        assertEquals(List.of("CAUSE 4", "FIRST 2"), found.evidence());
        assertEquals(SECOND, found.compared(BookFaultDetector.CROSSED_FOR).measured());
        assertEquals(Absent.VALUE, found.compared(BookFaultDetector.STALE_FOR).measured());
    }

    @Test
    void shouldStaySilentOfALockedBook()
    {
        quotes(10_000, 10_000);
        events.after(60 * SECOND);
        trade(10_000, 1);
        assertSilent();
    }

    @Test
    void shouldStaySilentWhenItWasUncrossedInBetween()
    {
        quotes(10_001, 10_000);
        events.after(SECOND - 1);
        quotes(9_999, 10_000);
        quotes(10_001, 10_000);
        events.after(SECOND - 1);
        trade(10_000, 1);
        assertSilent();
    }

    @Test
    void shouldTellOfTradesOutsideOfABookThatDoesNotMove()
    {
        quotes(10_000, 10_001);
        trade(10_002, 1);
        events.after(5 * SECOND - 1);
        trade(10_050, 1);
        assertSilent();
        events.after(1);
        trade(10_050, 1);
        final RecordedFinding found = recorder.findings().get(0);
        assertEquals(List.of("CAUSE 5", "TRADE 3"), found.evidence());
        assertEquals(5 * SECOND, found.compared(BookFaultDetector.STALE_FOR).measured());
    }

    /** Negative control: a sweep prints beyond the best prices, and the book follows. */
    @Test
    void shouldStaySilentWhenTheBookFollows()
    {
        quotes(10_000, 10_001);
        for (int i = 0; i < 20; i++)
        {
            trade(10_002 + i, 1);
            trade(10_003 + i, 1);
            quotes(10_001 + i, 10_002 + i);
            events.after(4 * SECOND);
        }
        assertSilent();
    }

    /** Negative control: a quiet market trades at prices that have stood for an hour. */
    @Test
    void shouldStaySilentWhenAQuietBookTrades()
    {
        quotes(10_000, 10_001);
        for (int i = 0; i < 60; i++)
        {
            events.after(60 * SECOND);
            trade(10_000 + i % 2, 1);
        }
        assertSilent();
    }
}
