package fds.risk.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;

/** Agrees with a linked hash map in order of use, and gives up what is worth least of the oldest. */
class RiskTableTest
{
    private static final int CAPACITY = 16;
    private static final int VALUE = 2;

    @Test
    void shouldAgreeWithAMapInOrderOfUse()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final Map<Long, Long> expected = new LinkedHashMap<>(16, 0.75f, true);
            final List<Long> lost = new ArrayList<>();
            final RiskTable[] made = new RiskTable[1];
            made[0] = new RiskTable(CAPACITY, 3, slot -> lost.add(made[0].get(slot, 0)));
            RiskTable table = made[0];
            for (int i = 0; i < 500; i++)
            {
                final long key = 1 + random.nextInt(40);
                final int what = random.nextInt(10);
                if (what < 7)
                {
                    if (expected.get(key) == null)
                    {
                        if (expected.size() == CAPACITY)
                        {
                            final long eldest = expected.keySet().iterator().next();
                            expected.remove(eldest);
                            table.take(key, -key);
                            assertEquals(eldest, lost.remove(lost.size() - 1), "seed " + seed);
                        }
                        expected.put(key, (long)i);
                    }
                    final int slot = table.take(key, -key);
                    expected.put(key, (long)i);
                    table.set(slot, VALUE, i);
                }
                else if (what < 9)
                {
                    final int slot = table.find(key, -key);
                    assertEquals(expected.containsKey(key), slot != RiskTable.NONE, "seed " + seed);
                    if (slot != RiskTable.NONE)
                    {
                        table.release(slot);
                        expected.remove(key);
                    }
                }
                else
                {
                    final StateBuffer state = new StateBuffer();
                    table.write(state);
                    made[0] = new RiskTable(CAPACITY, 3, slot -> lost.add(made[0].get(slot, 0)));
                    made[0].read(state);
                    table = made[0];
                }
                assertEquals(expected.size(), table.size(), "seed " + seed);
            }
            for (final Map.Entry<Long, Long> entry : expected.entrySet())
            {
                final int slot = table.find(entry.getKey(), -entry.getKey());
                assertEquals(entry.getValue(), table.get(slot, VALUE), "seed " + seed);
            }
        }
    }

    @Test
    void shouldGiveUpTheLeastWorthOfTheEightOldest()
    {
        final List<Long> lost = new ArrayList<>();
        final RiskTable[] made = new RiskTable[1];
        made[0] = new RiskTable(CAPACITY, 3, new TableListener()
        {
            @Override
            public long worth(final int slot)
            {
                return made[0].get(slot, VALUE);
            }

            @Override
            public void onEviction(final int slot)
            {
                lost.add(made[0].get(slot, 0));
            }
        });
        for (long key = 1; key <= CAPACITY; key++)
        {
            made[0].set(made[0].take(key, 0), VALUE, key == 8 || key == 9 ? 1 : 2);
        }
        made[0].set(made[0].take(100, 0), VALUE, 2);
        made[0].set(made[0].take(101, 0), VALUE, 2);
        made[0].set(made[0].take(102, 0), VALUE, 2);

        assertEquals(List.of(8L, 9L, 1L), lost, "9 is among the eight oldest only once 8 has gone");
    }
}
