package fds.bench.latency;

import java.util.Arrays;

/**
 * The measure that others are measured by: a loop of the engine's kind of work (look-ups by hash in tables that no
 * cache holds, branches that nobody can guess, a little arithmetic), which never changes. Frozen: whoever changes it
 * makes every baseline worthless and must renew them in the same commit.
 */
final class ReferenceLoop
{
    private static final int SLOTS = 1 << 20;
    private static final int LOOK_UPS = 6;

    private final long[] keys = new long[SLOTS];
    private final long[] values = new long[SLOTS];
    private long random = 0x9E3779B97F4A7C15L;

    ReferenceLoop()
    {
        Arrays.setAll(keys, i -> (long)i * 0xBF58476D1CE4E5B9L >>> 20);
        Arrays.fill(values, 1);
    }

    /** Go round so many times. The result must be used, or the compiler leaves everything out. */
    long run(final int rounds)
    {
        long sum = 0;
        for (int i = 0; i < rounds; i++)
        {
            for (int look = 0; look < LOOK_UPS; look++)
            {
                random ^= random << 13;
                random ^= random >>> 7;
                random ^= random << 17;
                final int slot = (int)(random * 0x94D049BB133111EBL >>> 44);
                if ((keys[slot] & 3) == (random & 3))
                {
                    values[slot] += sum & 7;
                    sum += values[slot];
                }
                else if ((keys[slot] & 1) == 0)
                {
                    sum ^= keys[slot] + values[slot];
                }
                else
                {
                    keys[slot] = Long.rotateLeft(keys[slot], 1) + 1;
                }
            }
        }
        return sum;
    }
}
