package fds.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A queue's file as the journal's FORMAT.md tells it, parsed by itself: which bytes are which record's. */
final class RawQueue
{
    /**
     * Bytes of a record.
     *
     * @param start  first byte.
     * @param end    behind the last.
     * @param record sequence or index.
     */
    record Range(int start, int end, long record)
    {
    }

    final Path file;
    final byte[] bytes;
    final List<Range> records = new ArrayList<>();
    final int end;
    private final boolean isDecisions;

    RawQueue(final Path journal, final String queue) throws IOException
    {
        isDecisions = queue.equals("decisions");
        try (Stream<Path> files = Files.list(journal.resolve(queue)))
        {
            file = files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
        bytes = Files.readAllBytes(file);
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int word = buffer.getInt(at); word != 0; word = at + 4 <= bytes.length ? buffer.getInt(at) : 0)
        {
            final int length = word & 0x3FFF_FFFF;
            if ((word & 0x4000_0000) == 0)
            {
                document(buffer, at + 4);
            }
            at = at + 4 + length + 3 & ~3;
        }
        end = at;
    }

    boolean isOfRecord(final int at)
    {
        return records.stream().anyMatch(range -> at >= range.start && at < range.end);
    }

    void put(final int at, final byte value) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(new byte[] { value }), at);
        }
    }

    private void document(final ByteBuffer buffer, final int start)
    {
        final long first = buffer.getLong(start + 8);
        final int count = buffer.getInt(start + 16);
        final int table = start + 40 + buffer.getInt(start + 20);
        int slot = start + 40;
        for (int i = 0; i < count; i++)
        {
            final int length = buffer.getInt(table + 8 * i);
            final int frame = slot + (isDecisions ? 4 : 0);
            records.add(new Range(frame, frame + length, first + i));
            slot = frame + length + 7 - (frame + length - start - 40 + 7) % 8;
        }
    }
}
