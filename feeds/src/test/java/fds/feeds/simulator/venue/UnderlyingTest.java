package fds.feeds.simulator.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.feeds.simulator.chance.SimulatorRandom;
import org.junit.jupiter.api.Test;

class UnderlyingTest
{
    private static final long START = 1_767_600_000_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000;

    @Test
    void shouldMoveByTimeAndNotByHowOftenItIsAsked()
    {
        final double often = deviation(SECOND_NANOS / 50);
        final double seldom = deviation(SECOND_NANOS);
        assertTrue(often > seldom * 0.8 && often < seldom * 1.25, "often " + often + ", seldom " + seldom);
    }

    @Test
    void shouldNotMoveWithinAMillisecond()
    {
        final Underlying underlying = new Underlying(SimulatorRandom.of(1, 1), 80_000);
        underlying.advance(START);
        final long price = underlying.of(1_000_000_000);
        underlying.advance(START + 999_999);
        assertEquals(price, underlying.of(1_000_000_000));
    }

    @Test
    void shouldBelieveWhatItIsTold()
    {
        final Underlying underlying = new Underlying(SimulatorRandom.of(1, 1), 80_000);
        underlying.push(10_000_000);
        assertEquals(101_000, underlying.of(100_000), 1);
    }

    /** Of a second's return, over four hours and some seeds. */
    private static double deviation(final long stepNanos)
    {
        double sum = 0;
        long count = 0;
        for (int seed = 1; seed <= 5; seed++)
        {
            final Underlying underlying = new Underlying(SimulatorRandom.of(seed, 1), 80_000);
            long before = 0;
            for (long at = 0; at < 14_400 * SECOND_NANOS; at += stepNanos)
            {
                underlying.advance(START + at);
                if (at % SECOND_NANOS == 0)
                {
                    final long price = underlying.of(1_000_000_000);
                    final double change = before == 0 ? 0 : (double)price / before - 1;
                    // Jumps are few and large: they are not what is compared.
                    sum += Math.abs(change) < 0.0008 ? change * change : 0;
                    count++;
                    before = price;
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
