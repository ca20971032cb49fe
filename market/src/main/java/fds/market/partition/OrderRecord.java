package fds.market.partition;

import org.agrona.concurrent.UnsafeBuffer;

/** The words of a live order's record. */
final class OrderRecord
{
    static final int BYTES = 64;
    static final long KEY_MASK = 0xFF_FFFFL;

    static final int ACCOUNT = 16;
    static final int PRICE = 24;
    static final int OPEN = 32;
    static final int FILLED = 40;
    static final int ENTRY_TIME = 48;
    static final int ENTRY_SEQUENCE = 56;

    private static final int PACKED = 8; // instrument 24 bits, side 2, in book 1, flags 15, pair slot + 1 22
    private static final int SIDE_SHIFT = 24;
    private static final int BOOK_SHIFT = 26;
    private static final int FLAGS_SHIFT = 27;
    private static final int PAIR_SHIFT = 42;

    private OrderRecord()
    {
    }

    static long pack(final int instrumentId, final int side, final boolean inBook, final int flags, final int pairSlot)
    {
        return instrumentId | (long)side << SIDE_SHIFT | (inBook ? 1L << BOOK_SHIFT : 0) |
            (flags & 0x7FFFL) << FLAGS_SHIFT | (long)(pairSlot + 1) << PAIR_SHIFT;
    }

    static void packed(final UnsafeBuffer records, final int at, final long packed)
    {
        records.putLong(at + PACKED, packed);
    }

    static int side(final UnsafeBuffer records, final int at)
    {
        return (int)(records.getLong(at + PACKED) >>> SIDE_SHIFT) & 3;
    }

    static boolean inBook(final UnsafeBuffer records, final int at)
    {
        return (records.getLong(at + PACKED) >>> BOOK_SHIFT & 1) != 0;
    }

    static void inBook(final UnsafeBuffer records, final int at, final boolean inBook)
    {
        final long packed = records.getLong(at + PACKED);
        records.putLong(at + PACKED, inBook ? packed | 1L << BOOK_SHIFT : packed & ~(1L << BOOK_SHIFT));
    }

    static int flags(final UnsafeBuffer records, final int at)
    {
        return (int)(records.getLong(at + PACKED) >>> FLAGS_SHIFT) & 0x7FFF;
    }

    static int instrumentId(final UnsafeBuffer records, final int at)
    {
        return (int)(records.getLong(at + PACKED) & KEY_MASK);
    }

    static int pairSlot(final UnsafeBuffer records, final int at)
    {
        return (int)(records.getLong(at + PACKED) >>> PAIR_SHIFT) - 1;
    }
}
