package fds.patterns.stuffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;

final class HalfSecondLogTest
{
    private record Put(int slot, long half, long value)
    {
    }

    private final HalfSecondLog log = new HalfSecondLog();
    private final long[] newest = new long[2000]; // [slot]
    private final List<Put> all = new ArrayList<>();

    @Test
    void shouldFindWhatStillCountsHoweverManyArePutAway()
    {
        final SplittableRandom random = new SplittableRandom(5);
        for (long half = 1_000; half < 1_060; half++)
        {
            // Slow, then a crowd that makes the log grow while all of it counts, then slow again.
            final int slots = half > 1_020 && half < 1_040 ? 2_000 : 3;
            putAway(random, half, slots);
            verify(half);
        }
    }

    @Test
    void shouldForgetAfterASilence()
    {
        put(7, 1_000, 41);
        assertTrue(log.find(newest[7], 7, 1_009) >= 0);
        assertEquals(-1, log.find(newest[7], 7, 1_010));
    }

    @Test
    void shouldNotGiveAnotherSlotsHalfSecond()
    {
        put(7, 1_000, 41);
        assertEquals(-1, log.find(newest[7], 8, 1_001));
    }

    @Test
    void shouldGoOnAfterASnapshotAsIfThereHadBeenNone()
    {
        final SplittableRandom random = new SplittableRandom(9);
        for (long half = 1_000; half < 1_005; half++)
        {
            putAway(random, half, 900);
        }
        final StateBuffer state = new StateBuffer();
        log.write(state);
        final HalfSecondLog restored = new HalfSecondLog();
        restored.read(state);
        for (int slot = 0; slot < 900; slot++)
        {
            assertEquals(log.find(newest[slot], slot, 1_005), restored.find(newest[slot], slot, 1_005));
        }
        assertEquals(log.append(3, newest[3], 1_006), restored.append(3, newest[3], 1_006));
    }

    private void putAway(final SplittableRandom random, final long half, final int slots)
    {
        for (int slot = 0; slot < slots; slot++)
        {
            if (random.nextInt(4) > 0)
            {
                put(slot, half, random.nextLong());
            }
        }
    }

    /** A half second is put away when the next has begun. */
    private void put(final int slot, final long half, final long value)
    {
        final int at = log.append(slot, newest[slot], half + 1);
        log.word(at + HalfSecondLog.COUNTS, value);
        log.word(at + HalfSecondLog.FIRST, half << 32);
        newest[slot] = log.newest();
        all.add(new Put(slot, half, value));
    }

    private void verify(final long half)
    {
        final long now = half + 1;
        for (int slot = 0; slot < newest.length; slot++)
        {
            final int own = slot;
            final List<Long> expected = new ArrayList<>();
            all.stream().filter(put -> put.slot() == own && put.half() > now - MessageWindow.HALF_SECONDS)
                .forEach(put -> expected.add(0, put.value()));
            final List<Long> found = new ArrayList<>();
            for (int at = log.find(newest[slot], slot, now); at >= 0; at = log.find(log.before(at), slot, now))
            {
                found.add(log.word(at + HalfSecondLog.COUNTS));
            }
            assertEquals(expected, found);
        }
        all.removeIf(put -> put.half() <= half - 2 * MessageWindow.HALF_SECONDS);
    }
}
