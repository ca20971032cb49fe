package fds.market.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The index in use follows the content; what is found does not change with it. */
class SlotTableGrowthTest
{
    private static final int CAPACITY = 5000;

    @Test
    void shouldFindTheSameThroughEveryDoublingAndAfterReading()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            final Random random = new Random(seed);
            final Map<Long, Integer> expected = new HashMap<>();
            final List<Long> keys = new ArrayList<>();
            try (SlotTable table = newTable())
            {
                for (int i = 0; i < 20_000; i++)
                {
                    if (expected.size() < CAPACITY && (keys.isEmpty() || random.nextInt(5) > 1))
                    {
                        final long key = 1 + random.nextLong(Long.MAX_VALUE);
                        expected.put(key, table.insert(SlotTable.hash(key, 7), key, 7));
                        keys.add(key);
                    }
                    else
                    {
                        final long key = keys.remove(random.nextInt(keys.size()));
                        table.release(expected.remove(key));
                        assertEquals(SlotTable.NONE, table.find(SlotTable.hash(key, 7), key, 7), "seed " + seed);
                    }
                }
                assertTrue(expected.size() > 1000, "the index was meant to double more than once");
                assertFinds(expected, table, seed);

                final StateBuffer state = new StateBuffer();
                table.write(state);
                try (SlotTable copy = newTable())
                {
                    copy.read(state);
                    assertFinds(expected, copy, seed);
                }
            }
        }
    }

    private static SlotTable newTable()
    {
        return new SlotTable(SlotKind.PAIR, CAPACITY, 64, 0, 0xFFFF_FFFFL, 16, (kind, slot) ->
        {
            throw new AssertionError("nothing was to be given up");
        });
    }

    private static void assertFinds(final Map<Long, Integer> expected, final SlotTable table, final int seed)
    {
        assertEquals(expected.size(), table.size(), "seed " + seed);
        expected.forEach((key, slot) ->
            assertEquals(slot, table.find(SlotTable.hash(key, 7), key, 7), "seed " + seed));
    }
}
