package fds.app.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.agrona.collections.Long2LongHashMap;

/** Texts by id, kept as bytes in blocks: some 30 bytes a text beside the text itself. */
final class TextStore
{
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int LENGTH_BYTES = 2;
    private static final long MISSING = -1;

    private final Long2LongHashMap places = new Long2LongHashMap(MISSING); // block << 20 | offset
    private final List<byte[]> blocks = new ArrayList<>();
    private int used;

    /** Keep a text; a later one for the same id takes its place. */
    void put(final long id, final byte[] text)
    {
        final int length = Math.min(text.length, 0xFFFF);
        final int first = blocks.isEmpty() ? 4096 : BLOCK_BYTES;
        if (blocks.isEmpty() || used + LENGTH_BYTES + length > blocks.get(blocks.size() - 1).length)
        {
            blocks.add(new byte[Math.max(first, LENGTH_BYTES + length)]);
            used = 0;
        }
        final byte[] block = blocks.get(blocks.size() - 1);
        block[used] = (byte)length;
        block[used + 1] = (byte)(length >>> 8);
        System.arraycopy(text, 0, block, used + LENGTH_BYTES, length);
        places.put(id, (long)(blocks.size() - 1) << 20 | used);
        used += LENGTH_BYTES + length;
    }

    /** The text of an id, or null. */
    String get(final long id)
    {
        final long place = places.get(id);
        if (place == MISSING)
        {
            return null;
        }
        final byte[] block = blocks.get((int)(place >>> 20));
        final int at = (int)place & BLOCK_BYTES - 1;
        final int length = block[at] & 0xFF | (block[at + 1] & 0xFF) << 8;
        return new String(block, at + LENGTH_BYTES, length, StandardCharsets.UTF_8);
    }

    int size()
    {
        return places.size();
    }
}
