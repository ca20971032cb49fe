package fds.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import fds.market.event.Absent;
import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;

class PriceLevelsTest
{
    private static final int CAPACITY = 12;

    private static final class Level
    {
        private long lots;
        private int orders;
    }

    /** A tree map, best price first, is the oracle; when it is too long its last entry goes. */
    @Test
    void shouldAgreeWithTreeMap()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final boolean bid = seed % 2 == 0;
            PriceLevels levels = new PriceLevels(CAPACITY, bid);
            final Comparator<Long> ascending = Comparator.naturalOrder();
            final TreeMap<Long, Level> oracle = new TreeMap<>(bid ? ascending.reversed() : ascending);
            for (int i = 0; i < 500; i++)
            {
                final long price = random.nextInt(30) - 5;
                final long lots = 1 + random.nextInt(9);
                switch (random.nextInt(4))
                {
                    case 0, 1 ->
                    {
                        final boolean known = oracle.containsKey(price);
                        final boolean room = known || oracle.size() < CAPACITY;
                        final Level level = oracle.computeIfAbsent(price, key -> new Level());
                        level.lots += lots;
                        level.orders++;
                        bound(oracle);
                        assertEquals(room, levels.add(price, lots), "seed " + seed);
                    }
                    case 2 ->
                    {
                        final Level level = oracle.get(price);
                        if (level != null)
                        {
                            level.lots = Math.max(0, level.lots - lots);
                            level.orders = Math.max(0, level.orders - 1);
                            if (level.lots == 0)
                            {
                                oracle.remove(price);
                            }
                        }
                        levels.reduce(price, lots, 1);
                    }
                    default ->
                    {
                        final long total = random.nextInt(3) == 0 ? 0 : lots;
                        if (total == 0)
                        {
                            oracle.remove(price);
                        }
                        else
                        {
                            oracle.computeIfAbsent(price, key -> new Level()).lots = total;
                        }
                        bound(oracle);
                        levels.set(price, total);
                    }
                }
                if (random.nextInt(50) == 0)
                {
                    final StateBuffer state = new StateBuffer();
                    levels.write(state);
                    levels = new PriceLevels(CAPACITY, bid);
                    levels.read(state);
                }
                compare(oracle, levels, bid, random, "seed " + seed + ", step " + i);
            }
        }
    }

    @Test
    void shouldSayNothingOfAnEmptySide()
    {
        final PriceLevels levels = new PriceLevels(2, false);

        assertEquals(Absent.VALUE, levels.bestTicks());
        assertEquals(0, levels.bestLots());
        assertEquals(Absent.VALUE, levels.walkTicks(1));
        assertEquals(Absent.VALUE, levels.sweepTicks(1, Absent.VALUE));
        assertEquals(0, levels.depthLots(5));
    }

    private static void bound(final TreeMap<Long, Level> oracle)
    {
        if (oracle.size() > CAPACITY)
        {
            oracle.pollLastEntry();
        }
    }

    private static void compare(
        final TreeMap<Long, Level> oracle,
        final PriceLevels levels,
        final boolean bid,
        final Random random,
        final String message)
    {
        assertEquals(oracle.size(), levels.size(), message);
        final long size = random.nextInt(40);
        final long limit = random.nextInt(30) - 5;
        final int depthLevels = 1 + random.nextInt(5);
        int rank = 0;
        long total = 0;
        long depth = 0;
        long walk = Absent.VALUE;
        long sweep = Absent.VALUE;
        for (final Map.Entry<Long, Level> entry : oracle.entrySet())
        {
            assertEquals(entry.getKey(), levels.priceTicks(rank), message);
            assertEquals(entry.getValue().lots, levels.quantityLots(rank), message);
            assertEquals(entry.getValue().orders, levels.orderCount(rank), message);
            if (total < size && (bid ? entry.getKey() >= limit : entry.getKey() <= limit))
            {
                sweep = entry.getKey();
            }
            total += entry.getValue().lots;
            depth += rank < depthLevels ? entry.getValue().lots : 0;
            if (walk == Absent.VALUE && total >= size)
            {
                walk = entry.getKey();
            }
            rank++;
        }
        assertEquals(total, levels.totalLots(), message);
        assertEquals(depth, levels.depthLots(depthLevels), message);
        assertEquals(walk, levels.walkTicks(size), message);
        assertEquals(sweep, levels.sweepTicks(size, limit), message);
        assertEquals(oracle.isEmpty() ? Absent.VALUE : (long)oracle.firstKey(), levels.bestTicks(), message);
    }
}
