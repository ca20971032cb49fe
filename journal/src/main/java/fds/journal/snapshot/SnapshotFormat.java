package fds.journal.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import fds.journal.format.DocumentPlace;

/** Layout of a snapshot: head, sections, end. All little endian; told in {@code journal/SNAPSHOT.md}. */
final class SnapshotFormat
{
    static final int VERSION = 1;
    static final int HEAD_MAGIC = 0x53534446; // "FDSS"
    static final int SECTION_MAGIC = 0x50534446; // "FDSP"
    static final int END_MAGIC = 0x5A534446; // "FDSZ"

    static final int HEAD_FIXED_BYTES = 72;
    static final int HEAD_BYTES_MAX = 4096;
    static final int SECTION_HEAD_BYTES = 20; // magic, kind, number, length, CRC of the body
    static final int END_BYTES = 24; // magic, sections, bytes of the file, CRC of all section heads, CRC of this
    static final int CRC_BYTES = 4;

    private static final int HEAD_BYTES_AT = 8;

    private SnapshotFormat()
    {
    }

    static ByteBuffer newBuffer(final int bytes)
    {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The head, ready to be written. */
    static ByteBuffer encode(final SnapshotHead head)
    {
        final ByteBuffer bytes = newBuffer(HEAD_BYTES_MAX);
        bytes.putInt(HEAD_MAGIC).putShort((short)VERSION).putShort((short)0).putInt(0).putInt(0);
        bytes.putLong(head.sequence()).putLong(head.engineTimeNanos()).putLong(head.place().position());
        bytes.putInt(head.place().closingCrc()).putInt(0);
        bytes.putLong(head.decisions()).putLong(head.configSequence()).putLong(head.configHash());
        putText(bytes, head.place().fileName());
        putText(bytes, head.journalId());
        putText(bytes, head.buildId());
        putText(bytes, head.shape());
        bytes.putInt(HEAD_BYTES_AT, bytes.position() + CRC_BYTES);
        bytes.putInt(crc(bytes, 0, bytes.position()));
        return bytes.flip();
    }

    /**
     * Read a head.
     *
     * @param bytes from the file's first byte, as many as there are up to {@link #HEAD_BYTES_MAX}.
     * @throws SnapshotRefusedException when it is not whole, or of another version.
     */
    static SnapshotHead decode(final ByteBuffer bytes)
    {
        if (bytes.limit() < HEAD_FIXED_BYTES || bytes.getInt(0) != HEAD_MAGIC)
        {
            throw new SnapshotRefusedException("it is damaged: there is no head");
        }
        final int length = headBytes(bytes);
        if (length < HEAD_FIXED_BYTES + CRC_BYTES || length > bytes.limit() ||
            crc(bytes, 0, length - CRC_BYTES) != bytes.getInt(length - CRC_BYTES))
        {
            throw new SnapshotRefusedException("it is damaged: its head has changed");
        }
        final int version = bytes.getShort(4) & 0xFFFF;
        if (version != VERSION)
        {
            throw new SnapshotRefusedException("it has format version " + version + ", this program reads " + VERSION);
        }
        bytes.position(HEAD_FIXED_BYTES);
        final String fileName = getText(bytes);
        final String journalId = getText(bytes);
        final String buildId = getText(bytes);
        final String shape = getText(bytes);
        return new SnapshotHead(
            new DocumentPlace(fileName, bytes.getLong(32), bytes.getInt(40), bytes.getLong(16)), bytes.getLong(24),
            bytes.getLong(48), bytes.getLong(56), bytes.getLong(64), journalId, buildId, shape);
    }

    static int headBytes(final ByteBuffer bytes)
    {
        return bytes.getInt(HEAD_BYTES_AT);
    }

    static int crc(final ByteBuffer bytes, final int from, final int to)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().limit(to).position(from));
        return (int)crc.getValue();
    }

    private static void putText(final ByteBuffer bytes, final String text)
    {
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short)utf8.length).put(utf8);
    }

    private static String getText(final ByteBuffer bytes)
    {
        final byte[] utf8 = new byte[bytes.getShort() & 0xFFFF];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
