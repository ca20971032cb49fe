package fds.market.slots;

import org.agrona.collections.IntArrayList;

/**
 * Where detectors reserve words in the records of the slots, before the tables are made.
 * <p>
 * A word reserved here lies in the slot's own record, behind what the market itself keeps there: it is zero when the
 * slot is taken, forgotten when the slot is given up, and written and read with the slot, without a line of code in
 * the detector. Used once, at start.
 * <p>
 * What most slots never need, or need seldom, is reserved as <em>cold</em>: it lies in a second memory
 * ({@link SlotTable#coldRecords}), so that the records stay short and what every event touches lies close together.
 * A slot's cold words are backed by memory only from their first use on.
 */
public final class StateLayout
{
    private static final int LINE_WORDS = 8;
    private static final int LINE = LINE_WORDS * Long.BYTES;

    private final int[] bytes = new int[SlotKind.values().length];
    private final int[] coldBytes = new int[SlotKind.values().length];
    private final IntArrayList lines = new IntArrayList(); // of instruments: next free byte; where a line begins, none
    private boolean sealed;

    /**
     * Start with what the market itself keeps.
     *
     * @param orderBytes      of an order's record.
     * @param pairBytes       of an account × instrument record.
     * @param groupBytes      of a group × instrument record.
     * @param instrumentBytes of an instrument's record.
     */
    public StateLayout(final int orderBytes, final int pairBytes, final int groupBytes, final int instrumentBytes)
    {
        bytes[SlotKind.ORDER.ordinal()] = orderBytes;
        bytes[SlotKind.PAIR.ordinal()] = pairBytes;
        bytes[SlotKind.GROUP.ordinal()] = groupBytes;
        bytes[SlotKind.INSTRUMENT.ordinal()] = instrumentBytes;
    }

    /**
     * Reserve words in every record of a kind. A line of words or more begins on a line. Fewer words of an instrument
     * go to the first line with room that has only such: what each event touches lies close together, apart from the
     * long windows that few look at.
     *
     * @param kind  whose records.
     * @param words of 8 bytes, 1 or more.
     * @return byte offset of the first word within a record.
     */
    public int reserve(final SlotKind kind, final int words)
    {
        return kind == SlotKind.INSTRUMENT && words > 0 && words < LINE_WORDS && !sealed ? reserveInLine(words) :
            reserve(bytes, kind, words);
    }

    private int reserveInLine(final int words)
    {
        final int bytesAsked = words * Long.BYTES;
        for (int line = 0; line < lines.size(); line++)
        {
            final int free = lines.getInt(line);
            if (free % LINE != 0 && free % LINE + bytesAsked <= LINE)
            {
                lines.setInt(line, free + bytesAsked);
                return free;
            }
        }
        final int begin = reserve(bytes, SlotKind.INSTRUMENT, LINE_WORDS);
        lines.addInt(begin + bytesAsked);
        return begin;
    }

    /**
     * Reserve cold words for every slot of a kind. A line of words or more begins on a line.
     *
     * @param kind  whose slots; not of an instrument, whose record is its own.
     * @param words of 8 bytes, 1 or more.
     * @return byte offset of the first word within the slot's cold record.
     */
    public int reserveCold(final SlotKind kind, final int words)
    {
        if (kind == SlotKind.INSTRUMENT)
        {
            throw new IllegalArgumentException("an instrument has no cold words");
        }
        return reserve(coldBytes, kind, words);
    }

    private int reserve(final int[] of, final SlotKind kind, final int words)
    {
        if (sealed || words < 1)
        {
            throw new IllegalStateException(sealed ? "the tables are made" : "words is " + words +
                ": must be 1 or more");
        }
        // Whoever takes a line or more gets whole lines: half a line of a neighbour's costs as much as one more.
        final int offset = words < LINE_WORDS ? of[kind.ordinal()] : of[kind.ordinal()] + 63 & ~63;
        of[kind.ordinal()] = Math.addExact(offset, Math.multiplyExact(words, Long.BYTES));
        return offset;
    }

    /**
     * Bytes of a record, whole cache lines. After the first call nothing can be reserved any more.
     *
     * @param kind whose records.
     * @return multiple of 64.
     */
    public int recordBytes(final SlotKind kind)
    {
        sealed = true;
        return bytes[kind.ordinal()] + 63 & ~63;
    }

    /**
     * Bytes of a cold record, whole cache lines. After the first call nothing can be reserved any more.
     *
     * @param kind whose cold records.
     * @return multiple of 64; 0 when nobody reserved any.
     */
    public int coldBytes(final SlotKind kind)
    {
        sealed = true;
        return coldBytes[kind.ordinal()] + 63 & ~63;
    }
}
