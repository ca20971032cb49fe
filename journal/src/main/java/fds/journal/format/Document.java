package fds.journal.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Layout of a document: header, frames, table of lengths and checks, CRC32C. All little endian; told for other
 * languages in {@code journal/FORMAT.md}.
 */
public final class Document
{
    /** Version of this layout. */
    public static final int FORMAT_VERSION = 1;

    public static final int MAGIC = 0;
    public static final int VERSION = 4;
    public static final int HEADER_LENGTH = 6;
    public static final int FIRST_RECORD = 8;
    public static final int FRAME_COUNT = 16;
    public static final int FRAMES_LENGTH = 20;
    public static final int PREVIOUS_CRC = 24;
    public static final int RESERVED = 28;
    public static final int HEADER_CRC = 36;

    /** Bytes of the header. */
    public static final int HEADER_BYTES = 40;

    /** Bytes of one entry of the table: length, check. */
    public static final int ENTRY_BYTES = 8;

    /** Bytes of the closing CRC. */
    public static final int CRC_BYTES = 4;

    /** No document is longer; what claims to be is damaged. */
    public static final int LENGTH_MAX = 64 << 20;

    /** No document is shorter: one frame of 8 bytes. */
    public static final int LENGTH_MIN = HEADER_BYTES + 8 + ENTRY_BYTES + CRC_BYTES;

    /** What the first document of a queue has as its predecessor's CRC. */
    public static final int NO_PREDECESSOR = 0;

    private static final int TURN = 9;

    private Document()
    {
    }

    /**
     * Bytes of a document.
     *
     * @param framesLength bytes of all slots.
     * @param frameCount   frames.
     * @return with header, table and CRC.
     */
    public static long length(final long framesLength, final long frameCount)
    {
        return HEADER_BYTES + framesLength + ENTRY_BYTES * frameCount + CRC_BYTES;
    }

    /**
     * The check of one frame. Eight-byte words are folded in with a rotation, so that any change of one byte, and any
     * exchange of words, changes it.
     *
     * @param buffer that holds the frame.
     * @param offset of its first byte.
     * @param length of it.
     * @return 32 bits.
     */
    public static int check(final DirectBuffer buffer, final int offset, final int length)
    {
        long fold = length;
        int at = offset;
        // Eight words at a time: a rotation goes through xor, so each word is turned by all that still follow at once,
        // and none waits for the word before it.
        for (final int linesEnd = offset + (length & ~63); at < linesEnd; at += 64)
        {
            fold = Long.rotateLeft(fold, 8 * TURN) ^
                turned(buffer, at, 7) ^ turned(buffer, at + 8, 6) ^
                turned(buffer, at + 16, 5) ^ turned(buffer, at + 24, 4) ^
                turned(buffer, at + 32, 3) ^ turned(buffer, at + 40, 2) ^
                turned(buffer, at + 48, 1) ^ turned(buffer, at + 56, 0);
        }
        final int wordsEnd = offset + (length & ~7);
        for (; at < wordsEnd; at += 8)
        {
            fold = Long.rotateLeft(fold, TURN) ^ buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
        }

        final int end = offset + length;
        if (at < end)
        {
            long tail = 0;
            for (int shift = 0; at < end; at++, shift += 8)
            {
                tail |= (buffer.getByte(at) & 0xFFL) << shift;
            }
            fold = Long.rotateLeft(fold, TURN) ^ tail;
        }
        return (int)(fold ^ fold >>> 32);
    }

    /** A word as it is after so many words more. */
    private static long turned(final DirectBuffer buffer, final int at, final int words)
    {
        return Long.rotateLeft(buffer.getLong(at, ByteOrder.LITTLE_ENDIAN), words * TURN);
    }

    /**
     * Write a header.
     *
     * @param target       memory.
     * @param bytes        the same memory, for the CRC.
     * @param crc          to use.
     * @param kind         of queue.
     * @param firstRecord  sequence or index of the first frame.
     * @param frameCount   frames, 1 or more.
     * @param framesLength bytes of all slots.
     * @param previousCrc  of the predecessor.
     */
    public static void putHeader(
        final MutableDirectBuffer target,
        final ByteBuffer bytes,
        final CRC32C crc,
        final QueueKind kind,
        final long firstRecord,
        final int frameCount,
        final int framesLength,
        final int previousCrc)
    {
        target.putInt(MAGIC, kind.magic(), ByteOrder.LITTLE_ENDIAN);
        target.putShort(VERSION, (short)FORMAT_VERSION, ByteOrder.LITTLE_ENDIAN);
        target.putShort(HEADER_LENGTH, (short)HEADER_BYTES, ByteOrder.LITTLE_ENDIAN);
        target.putLong(FIRST_RECORD, firstRecord, ByteOrder.LITTLE_ENDIAN);
        target.putInt(FRAME_COUNT, frameCount, ByteOrder.LITTLE_ENDIAN);
        target.putInt(FRAMES_LENGTH, framesLength, ByteOrder.LITTLE_ENDIAN);
        target.putInt(PREVIOUS_CRC, previousCrc, ByteOrder.LITTLE_ENDIAN);
        target.putLong(RESERVED, 0, ByteOrder.LITTLE_ENDIAN);
        target.putInt(HEADER_CRC, crcOf(crc, bytes, 0, HEADER_CRC), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * CRC32C of a part of a memory.
     *
     * @param crc    to use; reset here.
     * @param bytes  memory; its position and limit are changed.
     * @param offset of the first byte.
     * @param length in bytes.
     * @return the 32 bits.
     */
    public static int crcOf(final CRC32C crc, final ByteBuffer bytes, final int offset, final int length)
    {
        crc.reset();
        bytes.limit(offset + length).position(offset);
        crc.update(bytes);
        bytes.clear();
        return (int)crc.getValue();
    }
}
