package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DepthMapTest
{
    private final Window window = new Window(1_000, 1_100, 50, 59);

    @Test
    void shouldWeighQuantitiesByTime()
    {
        final DepthMap depth = new DepthMap(window, 10, 10);
        depth.change(52, 0, 8, 1_005);
        depth.change(52, 8, 4, 1_020);
        depth.change(52, 4, 0, 1_025);
        depth.finish(1_100);
        assertEquals(1, depth.rowTicks());
        assertEquals(4, depth.meanLots(0, 2), 1e-9);
        assertEquals(8, depth.meanLots(1, 2), 1e-9);
        assertEquals(2, depth.meanLots(2, 2), 1e-9);
        assertEquals(0, depth.meanLots(3, 2), 1e-9);
    }

    @Test
    void shouldBeginWithWhatStoodBeforeAndEndWithWhatStillStands()
    {
        final DepthMap depth = new DepthMap(window, 10, 10);
        depth.change(50, 0, 3, 10);
        depth.change(59, 0, 7, 1_090);
        depth.finish(5_000);
        assertEquals(3, depth.meanLots(0, 0), 1e-9);
        assertEquals(3, depth.meanLots(9, 0), 1e-9);
        assertEquals(0, depth.meanLots(8, 9), 1e-9);
        assertEquals(7, depth.meanLots(9, 9), 1e-9);
    }

    @Test
    void shouldAddTheLevelsOfARow()
    {
        final DepthMap depth = new DepthMap(window, 1, 4);
        depth.change(50, 0, 3, 10);
        depth.change(52, 0, 4, 10);
        depth.change(53, 0, 5, 10);
        depth.finish(1_100);
        assertEquals(3, depth.rowTicks());
        assertEquals(4, depth.rows());
        assertEquals(7, depth.meanLots(0, 0), 1e-9);
        assertEquals(5, depth.meanLots(0, 1), 1e-9);
    }

    @Test
    void shouldPassOverWhatLiesBeyond()
    {
        final DepthMap depth = new DepthMap(window, 1, 4);
        depth.change(49, 0, 3, 10);
        depth.change(60, 0, 4, 10);
        assertFalse(depth.hasLevels());
        depth.change(59, 0, 4, 10);
        assertTrue(depth.hasLevels());
    }
}
