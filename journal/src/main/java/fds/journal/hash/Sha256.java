package fds.journal.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * SHA-256 (FIPS 180-4) whose state can be written and read between two bytes, which the platform's cannot: so a hash
 * goes on behind a snapshot without its first bytes. Several times slower than the platform's. Owned by one thread.
 */
final class Sha256
{
    private static final int BLOCK_BYTES = 64;
    private static final int LENGTH_AT = 56; // in the last block
    private static final VarHandle INTS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    // Fractions of the square roots of the first 8 primes, and of the cube roots of the first 64.
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    private static final int[] ROUND = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

    private final int[] state = START.clone();
    private final int[] schedule = new int[ROUND.length];
    private final byte[] block = new byte[BLOCK_BYTES];
    private long bytes;

    void update(final byte[] source, final int offset, final int length)
    {
        int at = offset;
        int left = length;
        while (left > 0)
        {
            final int filled = (int)(bytes & BLOCK_BYTES - 1);
            final int count = Math.min(left, BLOCK_BYTES - filled);
            System.arraycopy(source, at, block, filled, count);
            bytes += count;
            at += count;
            left -= count;
            if (filled + count == BLOCK_BYTES)
            {
                compress();
            }
        }
    }

    /** The digest; this is of no use behind it. */
    byte[] digest()
    {
        final long bits = bytes * Byte.SIZE;
        final byte[] padding = new byte[BLOCK_BYTES];
        padding[0] = (byte)0x80;
        final int filled = (int)(bytes & BLOCK_BYTES - 1);
        update(padding, 0, (filled < LENGTH_AT ? LENGTH_AT : LENGTH_AT + BLOCK_BYTES) - filled);
        LONGS.set(padding, 0, bits);
        update(padding, 0, Long.BYTES);
        final byte[] digest = new byte[state.length * Integer.BYTES];
        for (int i = 0; i < state.length; i++)
        {
            INTS.set(digest, i * Integer.BYTES, state[i]);
        }
        return digest;
    }

    void write(final StateWriter to)
    {
        to.putLong(bytes);
        for (final int word : state)
        {
            to.putLong(word);
        }
        for (int i = 0; i < BLOCK_BYTES; i += Long.BYTES)
        {
            to.putLong((long)LONGS.get(block, i));
        }
    }

    void read(final StateReader from)
    {
        bytes = from.getLong();
        for (int i = 0; i < state.length; i++)
        {
            state[i] = (int)from.getLong();
        }
        for (int i = 0; i < BLOCK_BYTES; i += Long.BYTES)
        {
            LONGS.set(block, i, from.getLong());
        }
    }

    private void compress()
    {
        for (int i = 0; i < 16; i++)
        {
            schedule[i] = (int)INTS.get(block, i * Integer.BYTES);
        }
        for (int i = 16; i < schedule.length; i++)
        {
            final int near = schedule[i - 2];
            final int far = schedule[i - 15];
            schedule[i] = schedule[i - 16] + schedule[i - 7] +
                (Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ far >>> 3) +
                (Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ near >>> 10);
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < ROUND.length; i++)
        {
            final int one = h + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25)) +
                (e & f ^ ~e & g) + ROUND[i] + schedule[i];
            final int two = (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22)) +
                (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
