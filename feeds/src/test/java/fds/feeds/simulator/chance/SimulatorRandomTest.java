package fds.feeds.simulator.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimulatorRandomTest
{
    @Test
    void shouldBeXoshiro256StarStar()
    {
        // First outputs of the authors' C code from state 1, 2, 3, 4.
        final SimulatorRandom random = SimulatorRandom.ofState(1, 2, 3, 4);
        final long[] expected = { 11520L, 0L, 1509978240L, 1215971899390074240L };
        for (final long value : expected)
        {
            assertEquals(value, random.nextLong());
        }
    }

    @Test
    void shouldMixAsSplitmix64()
    {
        // First output of splitmix64 from state 0.
        assertEquals(0xE220A8397B1DCDAFL, SimulatorRandom.mix(0x9E3779B97F4A7C15L));
    }

    @Test
    void shouldStayInRangeAndReachBothEnds()
    {
        final SimulatorRandom random = SimulatorRandom.of(7, 1);
        final boolean[] seen = new boolean[5];
        for (int i = 0; i < 1_000; i++)
        {
            seen[(int)random.between(-2, 2) + 2] = true;
        }
        for (final boolean value : seen)
        {
            assertTrue(value);
        }
    }

    @Test
    void shouldTellStreamsAndSeedsApart()
    {
        final long first = SimulatorRandom.of(1, 1).nextLong();
        assertNotEquals(first, SimulatorRandom.of(1, 2).nextLong());
        assertNotEquals(first, SimulatorRandom.of(2, 1).nextLong());
        assertEquals(first, SimulatorRandom.of(1, 1).nextLong());
    }

    @Test
    void shouldDrawTimesAroundTheirMean()
    {
        final SimulatorRandom random = SimulatorRandom.of(3, 1);
        long sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            sum += Distributions.exponential(random, 1_000_000);
        }
        assertTrue(Math.abs(sum / 100_000 - 1_000_000) < 20_000, "mean " + sum / 100_000);
    }
}
