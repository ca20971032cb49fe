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
    private static final class Level
    {
        private long lots;
    }

    @Test
    void shouldAgreeWithTreeMap()
    {
        agree(12, 30, 0);
    }

    /** Levels leave the ring and come back, and the market runs away and returns. */
    @Test
    void shouldAgreeWithTreeMapFarFromTheBest()
    {
        agree(40, 3 * PriceLevels.WINDOW, PriceLevels.WINDOW / 8);
    }

    /** A tree map, best price first, is the oracle; when it is too long its last entry goes. */
    private static void agree(final int capacity, final int width, final int drift)
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            long around = -5;
            final boolean bid = seed % 2 == 0;
            PriceLevels levels = new PriceLevels(capacity, bid);
            final Comparator<Long> ascending = Comparator.naturalOrder();
            final TreeMap<Long, Level> oracle = new TreeMap<>(bid ? ascending.reversed() : ascending);
            for (int i = 0; i < 500; i++)
            {
                around += drift == 0 ? 0 : (i / 100 % 2 * 2 - 1) * random.nextInt(drift);
                final long price = around + random.nextInt(width);
                final long lots = 1 + random.nextInt(9);
                switch (random.nextInt(4))
                {
                    case 0, 1 ->
                    {
                        final boolean known = oracle.containsKey(price);
                        final boolean room = known || oracle.size() < capacity;
                        final Level level = oracle.computeIfAbsent(price, key -> new Level());
                        level.lots += lots;
                        bound(oracle, capacity);
                        assertEquals(room, levels.add(price, lots), "seed " + seed);
                    }
                    case 2 ->
                    {
                        final Level level = oracle.get(price);
                        if (level != null)
                        {
                            level.lots = Math.max(0, level.lots - lots);
                            if (level.lots == 0)
                            {
                                oracle.remove(price);
                            }
                        }
                        levels.reduce(price, lots);
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
                        bound(oracle, capacity);
                        levels.set(price, total);
                    }
                }
                if (random.nextInt(50) == 0)
                {
                    final StateBuffer state = new StateBuffer();
                    levels.write(state);
                    levels = new PriceLevels(capacity, bid);
                    levels.read(state);
                }
                compare(oracle, levels, bid, around + random.nextInt(width), random, "seed " + seed + ", step " + i);
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

    private static void bound(final TreeMap<Long, Level> oracle, final int capacity)
    {
        if (oracle.size() > capacity)
        {
            oracle.pollLastEntry();
        }
    }

    private static void compare(
        final TreeMap<Long, Level> oracle,
        final PriceLevels levels,
        final boolean bid,
        final long limit,
        final Random random,
        final String message)
    {
        assertEquals(oracle.size(), levels.size(), message);
        final long size = random.nextInt(40);
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
