package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import fds.journal.format.Document;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class DocumentTest
{
    @Test
    void shouldCheckAsTheFormatSays()
    {
        final byte[] bytes = new byte[512];
        new Random(1).nextBytes(bytes);
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        for (int length = 1; length <= 300; length++)
        {
            assertEquals(plainCheck(bytes, 8, length), Document.check(buffer, 8, length), length + " bytes");
        }
    }

    /** Word by word, as in FORMAT.md. */
    private static int plainCheck(final byte[] bytes, final int offset, final int length)
    {
        long fold = length;
        for (int at = 0; at < length; at += 8)
        {
            long word = 0;
            for (int i = 0; i < 8 && at + i < length; i++)
            {
                word |= (bytes[offset + at + i] & 0xFFL) << 8 * i;
            }
            fold = Long.rotateLeft(fold, 9) ^ word;
        }
        return (int)(fold ^ fold >>> 32);
    }
}
