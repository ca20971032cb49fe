package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is left of many prices. */
class PriceSampleTest
{
    @Test
    void shouldLeaveOutTheFarthest()
    {
        final PriceSample sample = new PriceSample();
        assertTrue(sample.isEmpty());
        assertEquals(-1, sample.low(0.1, -1));
        for (int ticks = 100; ticks > 0; ticks--)
        {
            sample.add(ticks);
        }
        assertEquals(1, sample.low(0, -1));
        assertEquals(3, sample.low(0.02, -1));
        assertEquals(98, sample.high(0.02, -1));
    }

    @Test
    void shouldThinEvenly()
    {
        final PriceSample sample = new PriceSample();
        for (int ticks = 0; ticks < 1_000_000; ticks++)
        {
            sample.add(ticks);
        }
        assertEquals(500_000, sample.low(0.5, -1), 1_000);
        assertEquals(0, sample.low(0, -1));
    }
}
