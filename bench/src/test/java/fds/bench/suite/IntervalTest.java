package fds.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest
{
    @Test
    void shouldBeWilsons()
    {
        // 81 of 263: Newcombe 1998, table I, method 3.
        final Interval interval = Interval.wilson(81, 263);

        assertEquals(0.2553, interval.low(), 0.00005);
        assertEquals(0.3662, interval.high(), 0.00005);
    }

    @Test
    void shouldStayWithinNoneAndAll()
    {
        assertEquals("0.00 [0.00, 0.43]", Interval.wilson(0, 5).text());
        assertEquals("1.00 [0.57, 1.00]", Interval.wilson(5, 5).text());
    }

    @Test
    void shouldSayWhenNothingWasMeasured()
    {
        assertEquals("-", Interval.wilson(0, 0).text());
        assertTrue(Interval.cell(Interval.wilson(0, 0).low()).isEmpty());
    }
}
