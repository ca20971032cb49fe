package fds.journal.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

import org.agrona.DirectBuffer;

/**
 * Checks one document where it lies, without allocating: the quick question "is it exactly as it was written?".
 * After a yes its fields can be asked. Owned by one thread.
 */
public final class DocumentCheck
{
    private final QueueKind kind;
    private final CRC32C crc = new CRC32C();
    private long firstRecord;
    private int frameCount;
    private int framesLength;
    private int previousCrc;
    private int closingCrc;

    /**
     * Check documents of one queue.
     *
     * @param kind of queue.
     */
    public DocumentCheck(final QueueKind kind)
    {
        this.kind = kind;
    }

    /**
     * Whether a whole header stands here, and nothing of it changed. Its fields can then be asked.
     *
     * @param buffer that holds it.
     * @param bytes  the same memory.
     * @param offset of the document.
     * @return whether magic, version, CRC and plausibility hold.
     */
    public boolean isHeader(final DirectBuffer buffer, final ByteBuffer bytes, final int offset)
    {
        if (buffer.getInt(offset + Document.MAGIC, ByteOrder.LITTLE_ENDIAN) != kind.magic() ||
            Document.crcOf(crc, bytes, offset, Document.HEADER_CRC) !=
            buffer.getInt(offset + Document.HEADER_CRC, ByteOrder.LITTLE_ENDIAN))
        {
            return false;
        }

        firstRecord = buffer.getLong(offset + Document.FIRST_RECORD, ByteOrder.LITTLE_ENDIAN);
        frameCount = buffer.getInt(offset + Document.FRAME_COUNT, ByteOrder.LITTLE_ENDIAN);
        framesLength = buffer.getInt(offset + Document.FRAMES_LENGTH, ByteOrder.LITTLE_ENDIAN);
        previousCrc = buffer.getInt(offset + Document.PREVIOUS_CRC, ByteOrder.LITTLE_ENDIAN);
        return buffer.getShort(offset + Document.VERSION, ByteOrder.LITTLE_ENDIAN) == Document.FORMAT_VERSION &&
            frameCount > 0 && framesLength > 0 && firstRecord >= 0 && length() <= Document.LENGTH_MAX;
    }

    /**
     * Whether a whole document stands here, and nothing of it changed.
     *
     * @param buffer that holds it.
     * @param bytes  the same memory.
     * @param offset of the document.
     * @param length of it, as the word before it says.
     * @return whether header, length and closing CRC hold.
     */
    public boolean isWhole(final DirectBuffer buffer, final ByteBuffer bytes, final int offset, final int length)
    {
        if (length < Document.LENGTH_MIN || !isHeader(buffer, bytes, offset) || length() != length)
        {
            return false;
        }
        closingCrc = buffer.getInt(offset + length - Document.CRC_BYTES, ByteOrder.LITTLE_ENDIAN);
        return Document.crcOf(crc, bytes, offset, length - Document.CRC_BYTES) == closingCrc;
    }

    /**
     * Bytes of the document, as its header says.
     *
     * @return with header and CRC.
     */
    public long length()
    {
        return Document.length(framesLength, frameCount);
    }

    public long firstRecord()
    {
        return firstRecord;
    }

    /**
     * The last record of the document.
     *
     * @return sequence or index.
     */
    public long lastRecord()
    {
        return firstRecord + frameCount - 1;
    }

    public int frameCount()
    {
        return frameCount;
    }

    public int framesLength()
    {
        return framesLength;
    }

    public int previousCrc()
    {
        return previousCrc;
    }

    public int closingCrc()
    {
        return closingCrc;
    }
}
