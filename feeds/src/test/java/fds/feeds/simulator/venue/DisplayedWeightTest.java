package fds.feeds.simulator.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class DisplayedWeightTest
{
    private static final long USUAL = 1_000;
    private static final long DEPTH = 5;

    private final DisplayedWeight displayed = new DisplayedWeight(USUAL, DEPTH);

    @Test
    void shouldNotNoticeOrdinaryOrdersNorTwoOrThreeLargeOnes()
    {
        for (int handle = 0; handle < 1_000; handle++)
        {
            displayed.show(handle, Side.BUY, 59 * USUAL, 0);
        }
        assertEquals(0, displayed.leanPpm());
        displayed.show(2_000, Side.BUY, 200 * USUAL, 0);
        displayed.show(2_001, Side.BUY, 200 * USUAL, 0);
        assertEquals(0, displayed.leanPpm());
        displayed.show(2_002, Side.BUY, 60 * USUAL, 0);
        assertTrue(displayed.leanPpm() > 0);
    }

    @Test
    void shouldLeanAgainstTheSideThatIsHeavyAndLessFarAway()
    {
        displayed.show(1, Side.SELL, 2_000 * USUAL, 0);
        final long near = displayed.leanPpm();
        displayed.show(1, Side.SELL, 2_000 * USUAL, 20 * DEPTH);
        final long far = displayed.leanPpm();
        displayed.show(1, Side.SELL, 2_000 * USUAL, 30 * DEPTH);
        assertTrue(near < far && far < 0, near + " " + far);
        assertEquals(0, displayed.leanPpm());
        displayed.show(1, Side.SELL, 2_000 * USUAL, 0);
        displayed.show(2, Side.BUY, 2_000 * USUAL, 0);
        assertEquals(0, displayed.leanPpm());
    }

    @Test
    void shouldForgetWhatIsTradedOrGone()
    {
        final SimulatorRandom random = SimulatorRandom.of(5, 5);
        for (int round = 0; round < 2_000; round++)
        {
            final int handle = random.below(50);
            long open = random.between(1, 3_000) * USUAL;
            displayed.show(handle, 1 + random.below(2), open, random.below(200));
            while (open > 0 && random.below(3) > 0)
            {
                final long filled = random.below(4) == 0 ? open : 1 + open / 3;
                displayed.fill(handle, open, filled);
                open -= filled;
            }
        }
        for (int handle = 0; handle < 50; handle++)
        {
            displayed.remove(handle);
        }
        assertEquals(0, displayed.leanPpm());
        displayed.show(1, Side.BUY, 1_000 * USUAL, 0);
        final long alone = displayed.leanPpm();
        displayed.fill(1, 1_000 * USUAL, 300 * USUAL);
        assertTrue(displayed.leanPpm() > 0 && displayed.leanPpm() < alone);
    }
}
