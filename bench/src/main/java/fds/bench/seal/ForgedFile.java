package fds.bench.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import fds.journal.format.Document;
import fds.journal.format.QueueKind;

/**
 * A queue's file in the hands of somebody who can compute checksums: a changed byte gets CRCs that hold, in its
 * document and in those behind it, as far as is asked for. Read by journal/FORMAT.md and not by the journal's readers.
 */
final class ForgedFile implements AutoCloseable
{
    private static final int META_DATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;

    private final QueueKind queue;
    private final FileChannel channel;
    private final byte[] original;
    private final ByteBuffer bytes; // of the file as it was
    private final List<Integer> documents = new ArrayList<>(); // where each begins
    private final CRC32C crc = new CRC32C();

    /**
     * A byte of a record.
     *
     * @param record   sequence or index.
     * @param document number of its document in the file.
     * @param position in the file.
     */
    record Place(long record, int document, int position)
    {
    }

    ForgedFile(final QueueKind queue, final Path file) throws IOException
    {
        this.queue = queue;
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        original = new byte[Math.toIntExact(channel.size())];
        bytes = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes) > 0)
        {
            continue;
        }
        bytes.clear();
        int at = 0;
        for (int word = bytes.getInt(0); word != 0; word = at + 4 <= original.length ? bytes.getInt(at) : 0)
        {
            if ((word & META_DATA) == 0)
            {
                documents.add(at + 4);
            }
            at = at + 4 + (word & LENGTH_MASK) + 3 & ~3;
        }
    }

    /** Records in the file. */
    long records()
    {
        final int last = documents.get(documents.size() - 1);
        return bytes.getLong(last + Document.FIRST_RECORD) + bytes.getInt(last + Document.FRAME_COUNT) -
            bytes.getLong(documents.get(0) + Document.FIRST_RECORD);
    }

    /** Bytes up to the end of the last document. */
    long length()
    {
        final int last = documents.get(documents.size() - 1);
        return last + lengthOf(last);
    }

    /** The byte at a share of the file's documents' frames, or null when there is no record's byte. */
    Place place(final long position)
    {
        int low = 0;
        int high = documents.size() - 1;
        while (low < high)
        {
            final int middle = (low + high + 1) >>> 1;
            if (documents.get(middle) <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        final int document = documents.get(low);
        final int table = document + Document.HEADER_BYTES + bytes.getInt(document + Document.FRAMES_LENGTH);
        int slot = document + Document.HEADER_BYTES;
        for (int i = 0; i < bytes.getInt(document + Document.FRAME_COUNT); i++)
        {
            final int length = bytes.getInt(table + i * Document.ENTRY_BYTES);
            final int frame = slot + queue.prefixBytes();
            if (position >= frame && position < frame + length)
            {
                return new Place(bytes.getLong(document + Document.FIRST_RECORD) + i, low, (int)position);
            }
            slot += queue.slotBytes(length);
        }
        return null;
    }

    /** Change a byte, and nothing else: the checksums tell it. */
    void change(final Place place, final int difference) throws IOException
    {
        channel.write(ByteBuffer.wrap(new byte[] { (byte)(original[place.position()] ^ difference) }),
            place.position());
    }

    /** Change a byte, and every checksum from its document to the one that holds a record. */
    void forge(final Place place, final int difference, final long lastRecord) throws IOException
    {
        int previous = 0;
        for (int i = place.document(); i < documents.size(); i++)
        {
            final int start = documents.get(i);
            if (bytes.getLong(start + Document.FIRST_RECORD) > lastRecord)
            {
                return;
            }
            final byte[] copy = java.util.Arrays.copyOfRange(original, start, start + lengthOf(start));
            final ByteBuffer document = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
            if (i == place.document())
            {
                copy[place.position() - start] ^= (byte)difference;
            }
            else
            {
                document.putInt(Document.PREVIOUS_CRC, previous);
                document.putInt(Document.HEADER_CRC, crcOf(copy, Document.HEADER_CRC));
            }
            previous = crcOf(copy, copy.length - Document.CRC_BYTES);
            document.putInt(copy.length - Document.CRC_BYTES, previous);
            channel.write(ByteBuffer.wrap(copy), start);
        }
    }

    /** Put back the documents that hold records up to this one. */
    void restore(final Place place, final long lastRecord) throws IOException
    {
        for (int i = place.document(); i < documents.size(); i++)
        {
            final int start = documents.get(i);
            if (i > place.document() && bytes.getLong(start + Document.FIRST_RECORD) > lastRecord)
            {
                return;
            }
            channel.write(ByteBuffer.wrap(original, start, lengthOf(start)), start);
        }
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }

    private int lengthOf(final int document)
    {
        return bytes.getInt(document - 4) & LENGTH_MASK;
    }

    private int crcOf(final byte[] copy, final int length)
    {
        crc.reset();
        crc.update(copy, 0, length);
        return (int)crc.getValue();
    }
}
