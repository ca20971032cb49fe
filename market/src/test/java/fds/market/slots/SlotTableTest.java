package fds.market.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SlotTableTest
{
    private static final int RECENCY = 16;
    private static final int PAYLOAD = 24;

    private record Key(long first, long second)
    {
        int hash()
        {
            return SlotTable.hash(first, second);
        }
    }

    /**
     * A hash map of the JDK is the oracle, told of what the table gave up. A copy made in the middle must go on alike.
     */
    @Test
    void shouldAgreeWithHashMap()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final String message = "seed " + seed;
            final Random random = new Random(seed);
            final Map<Key, Long> oracle = new HashMap<>();
            final List<Key> given = new ArrayList<>();
            final List<Key> givenByCopy = new ArrayList<>();
            final SlotTable[] tables = new SlotTable[2];
            tables[0] = table(20, tables, 0, given);
            tables[1] = table(20, tables, 1, givenByCopy);
            final int copyAt = random.nextInt(800);
            for (int i = 0; i < 1000; i++)
            {
                if (i == copyAt)
                {
                    final StateBuffer state = new StateBuffer();
                    tables[0].write(state);
                    tables[1].read(state);
                    givenByCopy.addAll(given);
                }
                final Key key = new Key(1 + random.nextInt(30), 1 + random.nextInt(2));
                final int action = random.nextInt(4);
                final Key other = new Key(1 + random.nextInt(30), key.second());
                for (int t = 0; t < (i >= copyAt ? 2 : 1); t++)
                {
                    final int slot = tables[t].find(key.hash(), key.first(), key.second());
                    assertEquals(oracle.containsKey(key), slot != SlotTable.NONE, message + " at " + i);
                    if (slot != SlotTable.NONE)
                    {
                        final long at = tables[t].offsetOf(slot);
                        assertEquals(oracle.get(key), tables[t].records().getLong(at + PAYLOAD), message);
                        assertTrue(tables[t].holds(slot, key.first(), key.second()));
                        assertFalse(tables[t].holds(slot, key.first() + 1, key.second()));
                        if (action == 1)
                        {
                            tables[t].release(slot);
                            assertFalse(tables[t].holds(slot, key.first(), key.second()));
                        }
                        else if (action == 2 && !oracle.containsKey(other))
                        {
                            tables[t].rekey(slot, other.hash(), other.first());
                            assertTrue(tables[t].holds(slot, other.first(), other.second()));
                        }
                    }
                    else if (action == 0 || action == 3)
                    {
                        final int taken = tables[t].findOrInsert(key.hash(), key.first(), key.second());
                        final long at = tables[t].offsetOf(taken);
                        for (int word = 16; word < tables[t].recordBytes(); word += 8)
                        {
                            assertEquals(0, tables[t].records().getLong(at + word), message + ": a reused slot");
                        }
                        tables[t].records().putLong(at + RECENCY, i + 1);
                        tables[t].records().putLong(at + PAYLOAD, i + 1000);
                    }
                }
                final boolean known = oracle.containsKey(key);
                if (known && action == 1)
                {
                    oracle.remove(key);
                }
                else if (known && action == 2 && !oracle.containsKey(other))
                {
                    oracle.put(other, oracle.remove(key));
                }
                else if (!known && (action == 0 || action == 3))
                {
                    oracle.put(key, i + 1000L);
                }
                while (oracle.size() > tables[0].size())
                {
                    oracle.remove(given.get(given.size() - 1));
                }
                assertEquals(oracle.size(), tables[0].size(), message);
            }
            assertEquals(given, givenByCopy, message);
            assertEquals(given.size(), tables[0].evictionCount());
            tables[0].close();
            tables[1].close();
        }
    }

    @Test
    void shouldGiveUpTheLeastRecentOfEightNeighboursMovingOn()
    {
        final List<Key> given = new ArrayList<>();
        final SlotTable[] tables = new SlotTable[1];
        tables[0] = table(16, tables, 0, given);
        for (int i = 0; i < 16; i++)
        {
            final Key key = new Key(100 + i, 1);
            final int slot = tables[0].insert(key.hash(), key.first(), key.second());
            tables[0].records().putLong(tables[0].offsetOf(slot) + RECENCY, i == 5 ? 1 : i == 12 ? 2 : 50 + i);
        }
        for (int i = 0; i < 2; i++)
        {
            final Key key = new Key(200 + i, 1);
            final int slot = tables[0].insert(key.hash(), key.first(), key.second());
            tables[0].records().putLong(tables[0].offsetOf(slot) + RECENCY, 1000);
        }

        assertEquals(List.of(new Key(105, 1), new Key(112, 1)), given);
        tables[0].close();
    }

    @Test
    void shouldGiveAColdRecordOfZerosToEachKeyAndForgetItWithItsSlot()
    {
        try (SlotTable table = cold(64))
        {
            final int slot = table.insert(SlotTable.hash(7, 1), 7, 1);
            table.coldRecords().putLong(table.coldOffsetOf(slot) + 56, 99);
            assertEquals(99, table.coldRecords().getLong(table.coldOffsetOf(slot) + 56));
            table.release(slot);

            assertEquals(slot, table.insert(SlotTable.hash(8, 1), 8, 1));
            assertEquals(0, table.coldRecords().getLong(table.coldOffsetOf(slot) + 56));
        }
    }

    @Test
    void shouldWriteAndReadTheColdRecordsThatWereUsed()
    {
        try (SlotTable table = cold(64); SlotTable copy = cold(64); SlotTable other = cold(128))
        {
            for (int i = 1; i <= 100; i++)
            {
                final int slot = table.insert(SlotTable.hash(i, 1), i, 1);
                if (i % 3 == 0)
                {
                    table.coldRecords().putLong(table.coldOffsetOf(slot), i);
                }
            }
            final StateBuffer state = new StateBuffer();
            table.write(state);
            final int used = copy.insert(SlotTable.hash(500, 1), 500, 1);
            copy.coldRecords().putLong(copy.coldOffsetOf(used), 77);
            copy.read(state);

            for (int i = 1; i <= 100; i++)
            {
                final int slot = copy.find(SlotTable.hash(i, 1), i, 1);
                assertEquals(i % 3 == 0 ? i : 0, copy.coldRecords().getLong(copy.coldOffsetOf(slot)), "key " + i);
            }
            final StateBuffer again = new StateBuffer();
            table.write(again);
            assertThrows(IllegalStateException.class, () -> other.read(again));
        }
    }

    @Test
    void shouldRefuseStateOfAnotherShape()
    {
        final SlotTable[] tables = new SlotTable[2];
        tables[0] = table(16, tables, 0, new ArrayList<>());
        tables[1] = table(17, tables, 1, new ArrayList<>());
        final StateBuffer state = new StateBuffer();
        tables[0].write(state);

        assertThrows(IllegalStateException.class, () -> tables[1].read(state));
        tables[0].close();
        tables[1].close();
    }

    @Test
    void shouldRefuseCapacityOutOfRange()
    {
        for (final int capacity : new int[] { 15, (1 << 22) + 1 })
        {
            assertThrows(IllegalArgumentException.class,
                () -> new SlotTable(SlotKind.PAIR, capacity, 64, 0, -1, RECENCY, (kind, slot) -> { }));
        }
        assertThrows(IllegalArgumentException.class,
            () -> new SlotTable(SlotKind.PAIR, 1 << 22, 1024, 0, -1, RECENCY, (kind, slot) -> { }));
    }

    @Test
    void shouldHashWithoutManyEqualLowBits()
    {
        final HashSet<Integer> low = new HashSet<>();
        for (int i = 0; i < 1024; i++)
        {
            low.add(SlotTable.hash(i, 1) & 0xFFFF);
        }
        assertTrue(low.size() > 900, low.size() + " of 1024");
    }

    private static SlotTable table(final int capacity, final SlotTable[] tables, final int index, final List<Key> given)
    {
        return new SlotTable(SlotKind.PAIR, capacity, 64, 0, 0xFFFF_FFFFL, RECENCY, (kind, slot) ->
        {
            final long at = tables[index].offsetOf(slot);
            given.add(new Key(tables[index].records().getLong(at), tables[index].records().getLong(at + 8)));
        });
    }

    private static SlotTable cold(final int coldBytes)
    {
        return new SlotTable(SlotKind.PAIR, 128, 64, coldBytes, 0xFFFF_FFFFL, RECENCY, (kind, slot) -> { });
    }
}
