package fds.risk.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;

/** Agrees with a plain table that looks at all its places, and gives up what is worth least of eight. */
class RiskTableTest
{
    private static final int CAPACITY = 24;
    private static final int VALUE = 2;

    /** The same rule, said plainly: places are filled in order, and again from the one given back last. */
    private static final class Plain
    {
        private final long[] keys = new long[CAPACITY];
        private final long[] touched = new long[CAPACITY];
        private final Map<Long, Integer> places = new HashMap<>();
        private final List<Integer> givenBack = new ArrayList<>();
        private int unused;
        private int hand;

        /** The key that had to go, or 0. */
        long take(final long key, final long time)
        {
            long gone = 0;
            if (!places.containsKey(key))
            {
                if (places.size() == CAPACITY)
                {
                    int chosen = hand;
                    for (int i = 1; i < 8; i++)
                    {
                        final int next = (hand + i) % CAPACITY;
                        chosen = touched[next] < touched[chosen] ? next : chosen;
                    }
                    hand = (hand + 8) % CAPACITY;
                    gone = keys[chosen];
                    release(gone);
                }
                final int place = givenBack.isEmpty() ? unused++ : givenBack.remove(givenBack.size() - 1);
                keys[place] = key;
                places.put(key, place);
            }
            touched[places.get(key)] = time;
            return gone;
        }

        void release(final long key)
        {
            givenBack.add(places.remove(key));
        }
    }

    @Test
    void shouldAgreeWithAPlainTable()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final Plain plain = new Plain();
            final Map<Long, Long> expected = new HashMap<>();
            final List<Long> lost = new ArrayList<>();
            final RiskTable[] made = new RiskTable[1];
            made[0] = new RiskTable(CAPACITY, 3, slot -> lost.add(made[0].get(slot, 0)));
            RiskTable table = made[0];
            for (int i = 0; i < 800; i++)
            {
                final long key = 1 + random.nextInt(60);
                final int what = random.nextInt(10);
                if (what < 7)
                {
                    final long gone = plain.take(key, i);
                    final int slot = table.take(key, -key);
                    assertEquals(gone == 0 ? List.of() : List.of(gone), lost, "seed " + seed);
                    lost.clear();
                    assertEquals(gone == key ? 0 : expected.getOrDefault(key, 0L), table.get(slot, VALUE),
                        "seed " + seed);
                    expected.remove(gone);
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
                        plain.release(key);
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
    void shouldGiveUpTheLeastWorthOfEight()
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
            made[0].set(made[0].take(key, 0), VALUE, key == 8 || key == 17 || key == 18 ? 1 : 2);
        }
        made[0].take(9, 0);
        made[0].take(17, 0);
        for (long key = 101; key <= 103; key++)
        {
            made[0].set(made[0].take(key, 0), VALUE, 2);
        }

        assertEquals(List.of(8L, 10L, 18L), lost, "least worth; longest untouched of equals; both");
    }

    @Test
    void shouldKnowASlotThatHasAnotherKeyNow()
    {
        final RiskTable table = new RiskTable(CAPACITY, 3, slot ->
        {
        });
        final int slot = table.take(5, 6);
        assertEquals(true, table.holds(slot, 5, 6));
        assertEquals(false, table.holds(slot, 5, 7));
        table.release(slot);
        assertEquals(false, table.holds(slot, 5, 6));
    }
}
