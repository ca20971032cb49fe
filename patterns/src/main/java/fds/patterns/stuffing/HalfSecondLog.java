package fds.patterns.stuffing;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Half seconds that are over, of all accounts of a partition, in the order in which they were put away. Each names the
 * one before it of its account × instrument, so that an account's last five seconds are a walk of nine at most, and
 * writing is one behind the other in memory, whoever it is that wrote.
 * <p>
 * It is as large as five seconds ask for: where the place of the oldest is needed while that one still counts, the log
 * doubles, up to {@value #CAPACITY_MAX} half seconds. That is more than a partition can put away in five seconds, so
 * what is overwritten no longer counts. Owned by the partition's thread.
 */
final class HalfSecondLog
{
    static final int CAPACITY_MIN = 1 << 10;
    static final int CAPACITY_MAX = 1 << 20;

    static final int COUNTS = 0;     // three words of fields, as in MessageWindow
    static final int FIRST = 3;      // low half of the first message's sequence, low half of the half second's number
    static final int FIRST_TIME = 4; // its venue time
    private static final int NAMES = 5; // low half of the number of the one before, slot
    private static final int WORDS = 6;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] words = new long[CAPACITY_MIN * WORDS]; // [(number & mask) * WORDS]
    private int mask = CAPACITY_MIN - 1;
    private long number; // of the newest, 1 and up
    private long newestHalf;
    private final long[] marks = new long[MessageWindow.HALF_SECONDS]; // [half % 10], the newest when it began

    /**
     * Put a half second away.
     *
     * @param slot   of its account × instrument.
     * @param older low half of the number of the one before, 0 for none.
     * @param half   number of the half second that goes on.
     * @return where to write its other words.
     */
    int append(final int slot, final long older, final long half)
    {
        begin(half);
        number++;
        // Whatever was put away before the half second nine back is too old to count.
        if (number - marks[(int)((half + 1) % MessageWindow.HALF_SECONDS)] > mask + 1 && mask + 1 < CAPACITY_MAX)
        {
            grow();
        }
        final int at = place(number);
        words[at + NAMES] = older | (long)slot << 32;
        return at;
    }

    /** The low half of the newest's number. */
    long newest()
    {
        return number & LOW;
    }

    /**
     * Where a half second lies that still counts.
     *
     * @param named as {@link #newest} or {@link #before} gave it.
     * @param slot  of its account × instrument.
     * @param half  number of the half second that goes on.
     * @return -1 when there is none.
     */
    int find(final long named, final int slot, final long half)
    {
        final long back = number - named & LOW;
        if (named == 0 || back > mask || back >= number)
        {
            return -1;
        }
        final int at = place(number - back);
        return (int)(words[at + NAMES] >>> 32) == slot && age(at, half) < MessageWindow.HALF_SECONDS ? at : -1;
    }

    /** The low half of the number of the one before. */
    long before(final int at)
    {
        return words[at + NAMES] & LOW;
    }

    /** Half seconds that have passed since. */
    long age(final int at, final long half)
    {
        return half - (words[at + FIRST] >>> 32) & LOW;
    }

    long word(final int at)
    {
        return words[at];
    }

    void word(final int at, final long word)
    {
        words[at] = word;
    }

    void write(final StateWriter state)
    {
        state.putLong(number);
        state.putLong(mask);
        state.putLong(newestHalf);
        for (final long mark : marks)
        {
            state.putLong(mark);
        }
        for (final long word : words)
        {
            state.putLong(word);
        }
    }

    void read(final StateReader state)
    {
        number = state.getLong();
        mask = (int)state.getLong();
        newestHalf = state.getLong();
        for (int i = 0; i < marks.length; i++)
        {
            marks[i] = state.getLong();
        }
        words = new long[(mask + 1) * WORDS];
        for (int i = 0; i < words.length; i++)
        {
            words[i] = state.getLong();
        }
    }

    private void begin(final long half)
    {
        if (half != newestHalf)
        {
            final long passed = Math.min(half - newestHalf, MessageWindow.HALF_SECONDS);
            for (long begun = half - passed + 1; begun <= half; begun++)
            {
                marks[(int)(begun % MessageWindow.HALF_SECONDS)] = number;
            }
            newestHalf = half;
        }
    }

    private int place(final long ofNumber)
    {
        return ((int)ofNumber & mask) * WORDS;
    }

    private void grow()
    {
        final long[] older = words;
        final int olderMask = mask;
        mask = 2 * mask + 1;
        words = new long[(mask + 1) * WORDS];
        for (long kept = number - olderMask; kept < number; kept++)
        {
            System.arraycopy(older, ((int)kept & olderMask) * WORDS, words, place(kept), WORDS);
        }
        // The oldest lay where the newest is to go; it has a place of its own now.
        final long oldest = number - olderMask - 1;
        System.arraycopy(older, ((int)oldest & olderMask) * WORDS, words, place(oldest), WORDS);
    }
}
