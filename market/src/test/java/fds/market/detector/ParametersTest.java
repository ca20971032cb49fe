package fds.market.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fds.market.finding.Score;
import org.junit.jupiter.api.Test;

class ParametersTest
{
    /**
     * Parameters of nothing.
     *
     * @param windowNanos for all.
     * @param leastLots   by tier.
     */
    public record Config(
        @Parameter(unit = Unit.NANOS, min = 1, max = 10, doc = "a window") long windowNanos,
        @Parameter(unit = Unit.LOTS, max = 5, doc = "a size") Tiered leastLots)
    {
        /** Checks. */
        public Config
        {
            Parameters.check(Config.class, windowNanos, leastLots);
        }
    }

    @Test
    void shouldNameKeyValueAndRange()
    {
        final IllegalArgumentException plain = assertThrows(
            IllegalArgumentException.class, () -> new Config(11, Tiered.of(1L)));
        final IllegalArgumentException tiered = assertThrows(
            IllegalArgumentException.class, () -> new Config(1, new Tiered(1, 5, 6)));

        assertEquals("window_nanos is 11: must be 1 to 10", plain.getMessage());
        assertEquals("least_lots of tier 3 is 6: must be 0 to 5", tiered.getMessage());
        assertEquals(5, new Config(10, Tiered.of(5L)).leastLots().of(2));
    }

    @Test
    void shouldRefuseACheckOfAnotherShape()
    {
        assertThrows(IllegalStateException.class, () -> Parameters.check(Config.class, 1L));
        assertThrows(IllegalArgumentException.class, () -> Parameters.check(Config.class, 1L, null));
    }

    @Test
    void shouldShareThePoints()
    {
        assertEquals(0, Score.share(0, 10, 40));
        assertEquals(0, Score.share(-5, 10, 40));
        assertEquals(36, Score.share(9, 10, 40));
        assertEquals(40, Score.share(10, 10, 40));
        assertEquals(40, Score.share(1, 0, 40));
        assertEquals(49, Score.share(Long.MAX_VALUE / 2, Long.MAX_VALUE, 100));
    }
}
