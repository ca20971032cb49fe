package fds.market.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class DecayTest
{
    @Test
    void shouldHalveEachHalfLife()
    {
        assertEquals(1_000_000, Decay.after(1_000_000, 0, 6400));
        assertEquals(500_000, Decay.after(1_000_000, 6400, 6400));
        assertEquals(250_000, Decay.after(1_000_000, 12_800, 6400));
        assertEquals(0, Decay.after((1L << 62) - 1, 62L * 6400, 6400));
        assertEquals(0, Decay.after((1L << 62) - 1, Long.MAX_VALUE, 6400));
    }

    @Test
    void shouldStayWithinItsErrorAndNeverGrow()
    {
        final Random random = new Random(1);
        for (int i = 0; i < 100_000; i++)
        {
            final long value = random.nextLong() >>> 2 + random.nextInt(40);
            final long halfLife = 64 + random.nextInt(1_000_000);
            final long elapsed = random.nextInt(5_000_000);
            final double exact = value * Math.pow(2, -(double)elapsed / halfLife);
            final long decayed = Decay.after(value, elapsed, halfLife);
            // One step of 64 at most too much; with half-lives that are no multiple of 64 the steps are a little short.
            assertTrue(decayed <= value && Math.abs(decayed - exact) <= exact * 0.02 + 2,
                value + " after " + elapsed + " of " + halfLife + ": " + decayed + ", exactly " + exact);
        }
    }
}
