package fds.bench.labelled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class CascadeSuiteTest
{
    @Test
    void shouldJoinWhatFollowsWithinAMinute()
    {
        final List<long[]> bursts = CascadeSuite.bursts(List.of("timestamp_ns,kind,instrument",
            "1000000000,LIQUIDATION,A", "2000000000,LIQUIDATION,B", "61000000000,LIQUIDATION,A",
            "121000000000,LIQUIDATION,A", "122000000000,LIQUIDATION,A", "183000000000,LIQUIDATION,A"));

        assertEquals(1, bursts.size());
        assertArrayEquals(new long[]{ 1_000_000_000L, 122_000_000_000L }, bursts.get(0));
    }
}
