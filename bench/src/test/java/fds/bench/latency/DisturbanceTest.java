package fds.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The rule by which a window counts as disturbed. */
class DisturbanceTest
{
    private static final long MOST = Disturbance.WAIT_NANOS_MAX;

    @Test
    void shouldCallAWaitForOthersADisturbance()
    {
        assertFalse(Disturbance.isDisturbed(MOST, 0, false));
        assertTrue(Disturbance.isDisturbed(MOST + 1, 0, false));
    }

    @Test
    void shouldNotExcuseAWaitForOurOwnThreads()
    {
        assertFalse(Disturbance.isDisturbed(5_000_000, 5_000_000 - MOST, false));
        assertTrue(Disturbance.isDisturbed(5_000_000, 5_000_000 - MOST - 1, false));
    }

    @Test
    void shouldNotLetOurOwnThreadsLiftTheFloor()
    {
        assertFalse(Disturbance.isDisturbed(0, Disturbance.FLOOR_WORK_NANOS_MAX, true));
        assertTrue(Disturbance.isDisturbed(0, Disturbance.FLOOR_WORK_NANOS_MAX + 1, true));
    }

    @Test
    void shouldReadWhatTheKernelTellsOfTheCallingThread()
    {
        assumeTrue(SchedStat.isReadable(), "no /proc/thread-self/schedstat on this machine");
        try (Disturbance disturbance = new Disturbance(List.of(), false))
        {
            disturbance.begin();
            disturbance.end();

            assertTrue(disturbance.waitedNanos() >= 0 && disturbance.waitedNanos() < 60_000_000_000L,
                "waited " + disturbance.waitedNanos());
            assertTrue(disturbance.othersRanNanos() >= 0, "ran " + disturbance.othersRanNanos());
        }
    }

    @Test
    void shouldFindTheOwnThreadByItsNumber() throws Exception
    {
        assumeTrue(SchedStat.isReadable(), "no /proc/thread-self/schedstat on this machine");
        assertEquals(1, Arrays.stream(SchedStat.tasks()).filter(SchedStat.ownTask()::equals).count());
    }
}
