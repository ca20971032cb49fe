package fds.market.partition;

import fds.market.memory.NativeBuffer;

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

    static final int PACKED = 8; // instrument 24 bits, side 2, in book 1, flags 13, sizable 1, large 1,
                                         // pair slot + 1 22
    private static final int SIDE_SHIFT = 24;
    private static final int BOOK_SHIFT = 26;
    private static final int FLAGS_SHIFT = 27;
    private static final long FLAGS_MASK = 0x1FFFL;
    private static final int SIZABLE_SHIFT = 40;
    private static final int LARGE_SHIFT = 41;
    private static final int PAIR_SHIFT = 42;

    private OrderRecord()
    {
    }

    static long pack(final int instrumentId, final int side, final boolean inBook, final int flags, final int pairSlot)
    {
        return instrumentId | (long)side << SIDE_SHIFT | (inBook ? 1L << BOOK_SHIFT : 0) |
            (flags & FLAGS_MASK) << FLAGS_SHIFT | (long)(pairSlot + 1) << PAIR_SHIFT;
    }

    static void packed(final NativeBuffer records, final long at, final long packed)
    {
        records.putLong(at + PACKED, packed);
    }

    static int side(final NativeBuffer records, final long at)
    {
        return side(records.getLong(at + PACKED));
    }

    static int side(final long packed)
    {
        return (int)(packed >>> SIDE_SHIFT) & 3;
    }

    static boolean inBook(final NativeBuffer records, final long at)
    {
        return bit(records, at, BOOK_SHIFT);
    }

    static void inBook(final NativeBuffer records, final long at, final boolean inBook)
    {
        bit(records, at, BOOK_SHIFT, inBook);
    }

    static boolean sizable(final NativeBuffer records, final long at)
    {
        return bit(records, at, SIZABLE_SHIFT);
    }

    static void sizable(final NativeBuffer records, final long at, final boolean sizable)
    {
        bit(records, at, SIZABLE_SHIFT, sizable);
    }

    static boolean large(final NativeBuffer records, final long at)
    {
        return bit(records, at, LARGE_SHIFT);
    }

    static void large(final NativeBuffer records, final long at, final boolean large)
    {
        bit(records, at, LARGE_SHIFT, large);
    }

    static int flags(final NativeBuffer records, final long at)
    {
        return (int)(records.getLong(at + PACKED) >>> FLAGS_SHIFT & FLAGS_MASK);
    }

    static int instrumentId(final NativeBuffer records, final long at)
    {
        return (int)(records.getLong(at + PACKED) & KEY_MASK);
    }

    static int pairSlot(final NativeBuffer records, final long at)
    {
        return (int)(records.getLong(at + PACKED) >>> PAIR_SHIFT) - 1;
    }

    private static boolean bit(final NativeBuffer records, final long at, final int shift)
    {
        return (records.getLong(at + PACKED) >>> shift & 1) != 0;
    }

    private static void bit(final NativeBuffer records, final long at, final int shift, final boolean value)
    {
        final long packed = records.getLong(at + PACKED);
        records.putLong(at + PACKED, value ? packed | 1L << shift : packed & ~(1L << shift));
    }
}
