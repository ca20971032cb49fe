package fds.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A queue's file as FORMAT.md tells it, parsed by itself: which byte belongs to what. */
final class RawJournal
{
    /**
     * Bytes with one meaning.
     *
     * @param start  first byte.
     * @param end    behind the last.
     * @param record sequence or index, or -1.
     * @param part   what they are.
     */
    record Range(int start, int end, long record, String part)
    {
    }

    final Path file;
    final byte[] bytes;
    final List<Range> records = new ArrayList<>();
    final List<Range> framing = new ArrayList<>();
    final List<Range> pages = new ArrayList<>();
    final List<Range> documents = new ArrayList<>();
    int end;

    private RawJournal(final Path file, final boolean isDecisions) throws IOException
    {
        this.file = file;
        bytes = Files.readAllBytes(file);
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int word = buffer.getInt(at); word != 0; word = buffer.getInt(at))
        {
            final int length = word & 0x3FFF_FFFF;
            final int next = at + 4 + length + 3 & ~3;
            if ((word & 0x4000_0000) != 0)
            {
                pages.add(new Range(at, next, -1, at == 0 ? "head" : "page"));
            }
            else
            {
                document(buffer, at, length, isDecisions);
            }
            at = next;
        }
        end = at;
    }

    static RawJournal events(final Path journal) throws IOException
    {
        return new RawJournal(fileIn(journal.resolve("events")), false);
    }

    static RawJournal decisions(final Path journal) throws IOException
    {
        return new RawJournal(fileIn(journal.resolve("decisions")), true);
    }

    private void document(final ByteBuffer buffer, final int at, final int length, final boolean isDecisions)
    {
        final int start = at + 4;
        final long first = buffer.getLong(start + 8);
        final int count = buffer.getInt(start + 16);
        final int table = start + 40 + buffer.getInt(start + 20);
        documents.add(new Range(at, start + length, first, "document"));
        framing.add(new Range(at, start, -1, "word"));
        framing.add(new Range(start, start + 40, -1, "header"));
        int slot = start + 40;
        for (int i = 0; i < count; i++)
        {
            final int frameLength = buffer.getInt(table + 8 * i);
            final int frame = slot + (isDecisions ? 4 : 0);
            if (isDecisions)
            {
                framing.add(new Range(slot, frame, -1, "length"));
            }
            records.add(new Range(frame, frame + frameLength, first + i, "record"));
            slot += (frame - slot) + frameLength + 7 & ~7;
            if (slot > frame + frameLength)
            {
                framing.add(new Range(frame + frameLength, slot, -1, "padding"));
            }
        }
        framing.add(new Range(table, table + 8 * count, -1, "table"));
        framing.add(new Range(table + 8 * count, start + length, -1, "crc"));
    }

    private static Path fileIn(final Path directory) throws IOException
    {
        try (var files = Files.list(directory))
        {
            return files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }
}
