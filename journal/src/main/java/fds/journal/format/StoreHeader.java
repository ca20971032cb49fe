package fds.journal.format;

import java.util.HexFormat;

/**
 * What is read raw of Chronicle's file: the word before each document, and where the store keeps its numbers. The
 * layout is that of Chronicle Queue 5 to 2026 with roll cycle FAST_DAILY; it is told in {@code journal/FORMAT.md}.
 */
public final class StoreHeader
{
    /** Bytes of the word before each document. */
    public static final int WORD_BYTES = 4;

    /** In the word: the document is being written. */
    public static final int NOT_COMPLETE = 0x8000_0000;

    /** In the word: the document is Chronicle's own. */
    public static final int META_DATA = 0x4000_0000;

    /** In the word: the document's length. */
    public static final int LENGTH_MASK = 0x3FFF_FFFF;

    /** The word behind the last document of a file that is followed by another. */
    public static final int END_OF_DATA = NOT_COMPLETE | META_DATA;

    /** Where the position of the last document stands. */
    public static final long WRITE_POSITION = 0x40;

    /** Where the number of the last document stands: low 32 bits of its position above, its number below. */
    public static final long WRITE_SEQUENCE = 0x48;

    /** Where the position of the index of indexes stands. */
    public static final long INDEX_TO_INDEX = 0x98;

    /** Where the number of the next document to be indexed stands. */
    public static final long NEXT_INDEXED = 0xB0;

    /** Bytes of the store's header with its word: where the next document stands. */
    public static final int BYTES = 0xC8;

    /** Each document whose number is a multiple of this has an entry in an index. */
    public static final int INDEX_SPACING = 256;

    /** Entries of an index, and of the index of indexes. */
    public static final int INDEX_COUNT = 4096;

    /** Bytes of capacity and fill before an index's entries. */
    public static final int INDEX_PREAMBLE = 16;

    private static final byte[] WRITE_POSITION_NAME = {(byte)0xCD, 'w', 'r', 'i', 't', 'e', 'P', 'o', 's'};
    private static final byte[] INDEX_TO_INDEX_NAME = {(byte)0xB9, 0x0B, 'i', 'n', 'd', 'e', 'x', '2'};
    private static final byte[] INDEX_NAME = {(byte)0xB9, 0x05, 'i', 'n', 'd', 'e', 'x'};
    private static final byte[] HEADER_NAME = {(byte)0xB9, 0x06, 'h', 'e', 'a', 'd', 'e', 'r'};
    private static final int NAMES_OFFSET = 0x1B;

    // Fill, write position and write sequence.
    private static final int VARIABLE = 0x38;
    private static final int VARIABLE_END = 0x50;


    // The head as Chronicle writes it. What changes while it is used is zero here.
    private static final byte[] HEAD = HexFormat.of().parseHex(
        "c1000040b906686561646572b60853435153746f726582aa000000cd77726974" +
        "65506f736974696f6e8e01000000008d02000000000000000000000000000000" +
        "00000000000000000000000000000000c8696e646578696e67b60c5343515349" +
        "6e646578696e67824c000000ca696e646578436f756e74a50010cc696e646578" +
        "53706163696e67a50001cb696e64657832496e6465788fa7c800000000000000" +
        "c96c617374496e6465788e00000000a70000000000000000ca64617461466f72" +
        "6d6174a101000000");

    private StoreHeader()
    {
    }

    /**
     * Whether a file starts as a store does whose numbers stand where this class says.
     *
     * @param file to look at.
     * @return false for a fresh, foreign or damaged file.
     */
    public static boolean isAtStartOf(final SegmentFile file)
    {
        return file.word(0) == (META_DATA | BYTES - 4 - 3) && matches(file, 4, HEADER_NAME) &&
            matches(file, NAMES_OFFSET, WRITE_POSITION_NAME);
    }

    /**
     * The first byte of the head that is not as Chronicle writes it.
     *
     * @param file to look at.
     * @return its position, or -1 when the fixed part of the head is whole.
     */
    public static int changedByte(final SegmentFile file)
    {
        for (int i = 0; i < HEAD.length; i++)
        {
            final boolean isVariable = i >= VARIABLE && i < VARIABLE_END || i >= NEXT_INDEXED && i < NEXT_INDEXED + 8;
            if (!isVariable && file.byteAt(i) != HEAD[i])
            {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether an index stands here.
     *
     * @param file     to look at.
     * @param position of the word before it.
     * @return by its name alone.
     */
    public static boolean isIndex(final SegmentFile file, final long position)
    {
        return matches(file, position + WORD_BYTES, INDEX_NAME);
    }

    /**
     * Whether the index of indexes stands here.
     *
     * @param file     to look at.
     * @param position of the word before it.
     * @return by its name alone.
     */
    public static boolean isIndexToIndex(final SegmentFile file, final long position)
    {
        return matches(file, position + WORD_BYTES, INDEX_TO_INDEX_NAME);
    }

    /**
     * Where the entries of an index start.
     *
     * @param position of the word before the index.
     * @param isTop    whether it is the index of indexes.
     * @return position of the first entry, a multiple of 8.
     */
    public static long entriesOf(final long position, final boolean isTop)
    {
        // Name, type byte, capacity and fill, the latter two on multiples of 8.
        final int nameBytes = isTop ? 2 + 11 : 2 + 5;
        return align8(position + WORD_BYTES + nameBytes + 1) + INDEX_PREAMBLE;
    }

    /**
     * Where the document behind an index starts.
     *
     * @param entries position of its first entry.
     * @return position of the next word.
     */
    public static long endOf(final long entries)
    {
        return entries + 8L * INDEX_COUNT;
    }

    private static long align8(final long position)
    {
        return position + 7 & ~7L;
    }

    private static boolean matches(final SegmentFile file, final long position, final byte[] expected)
    {
        for (int i = 0; i < expected.length; i++)
        {
            if (file.byteAt(position + i) != expected[i])
            {
                return false;
            }
        }
        return true;
    }
}
