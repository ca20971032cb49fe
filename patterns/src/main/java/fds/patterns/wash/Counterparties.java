package fds.patterns.wash;

import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/**
 * With whom an owner group traded on an instrument, and how much each way: the current hour, day and week of engine
 * time, in cold words of the group's record.
 * <p>
 * A trade touches the hour only; an hour that is over is added to its day at the group's next trade, a day to its week.
 * Of each window {@value #ENTRIES} counterparties are kept: a further one takes the place of the least and inherits its
 * weight (Space-Saving), so that whoever is more than a seventh of what the group trades is kept. What it traded before
 * it was kept is not counted: an entry never tells more than there was.
 */
final class Counterparties
{
    /** Counterparties of a window that are kept. */
    static final int ENTRIES = 6;

    static final int HOUR = 0;
    static final int WINDOWS = 3; // and the day and the week behind it

    // of an entry
    static final int BOUGHT = 0; // lots, from this counterparty
    static final int SOLD = 8;
    static final int NOTIONAL = 16;
    static final int FIRST = 24; // sequence of the first trade, then the venue's time

    private static final int LAST = 40; // sequence of the last trade
    private static final int COUNTS = 48; // trades, told in the upper half; the top bit is the kind of group
    private static final int MARKET_BEFORE = 56; // scaled notional that the instrument had traded before
    private static final int ENTRY_BYTES = 64;
    private static final int TOLD_SHIFT = 32;
    private static final long TRADES_MASK = (1L << 32) - 1;
    private static final long TOLD_MASK = (1L << 31) - 1;

    // of a window: a line, a line of weights, then the entries: a stranger is met in three lines
    private static final int NUMBER = 0; // + 1
    private static final int TOTAL = 8;  // lots
    private static final int IDS = 16;   // [entry]
    private static final int WEIGHTS = 64; // [entry], lots; with what was inherited
    private static final int ENTRY = 128; // [entry]
    private static final int WINDOW_BYTES = ENTRY + ENTRIES * ENTRY_BYTES;
    static final long HOUR_NANOS = 3_600_000_000_000L;
    static final int HOURS_OF_DAY = 24;
    static final int DAYS_OF_WEEK = 7;

    private final int offset;
    private final long[] numbers = new long[WINDOWS]; // + 1, of the windows that go on
    private NativeBuffer memory;
    private int at;

    Counterparties(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WINDOWS * WINDOW_BYTES / 8);
    }

    /** Another look at the same words. */
    Counterparties(final Counterparties same)
    {
        offset = same.offset;
    }

    /** Look at a group as of an event. */
    Counterparties of(final Market market, final int group, final MarketEvent event)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        final long hour = event.engineTimeNanos() / HOUR_NANOS;
        numbers[0] = hour + 1;
        numbers[1] = hour / HOURS_OF_DAY + 1;
        numbers[2] = hour / HOURS_OF_DAY / DAYS_OF_WEEK + 1;
        if (memory.getLong(at + NUMBER) != numbers[HOUR])
        {
            for (int window = HOUR; window < WINDOWS; window++)
            {
                turn(window, numbers[window]);
            }
        }
        return this;
    }

    /** The group traded with somebody. */
    void addTotal(final long lots)
    {
        memory.putLong(at + TOTAL, memory.getLong(at + TOTAL) + lots);
    }

    /**
     * The group traded with another.
     *
     * @param signedLots   positive when it bought.
     * @param marketBefore scaled notional that the instrument had traded before.
     * @return sequence of their trade before, 0 when there was none that is kept.
     */
    long add(
        final long id,
        final int kind,
        final long signedLots,
        final long notional,
        final long marketBefore,
        final MarketEvent trade)
    {
        final long lots = Math.abs(signedLots);
        final int entry = findOrTake(at, id, kind, lots);
        if ((memory.getLong(entry + COUNTS) & TRADES_MASK) == 0)
        {
            memory.putLong(entry + FIRST, trade.sequence());
            memory.putLong(entry + FIRST + 8, trade.venueTimeNanos());
            memory.putLong(entry + MARKET_BEFORE, marketBefore);
        }
        final int side = entry + (signedLots > 0 ? BOUGHT : SOLD);
        memory.putLong(side, memory.getLong(side) + lots);
        memory.putLong(entry + NOTIONAL, memory.getLong(entry + NOTIONAL) + notional);
        memory.putLong(entry + COUNTS, memory.getLong(entry + COUNTS) + 1);
        final long last = memory.getLong(entry + LAST);
        memory.putLong(entry + LAST, trade.sequence());
        return last;
    }

    /** Trades with a counterparty within the hour. */
    long tradesInHour(final long id, final int kind)
    {
        return memory.getLong(find(at, id, kind) + COUNTS) & TRADES_MASK;
    }

    /** The trades within the hour at which the two were told last, 0 when they were not. */
    long told(final long id, final int kind)
    {
        return memory.getLong(find(at, id, kind) + COUNTS) >>> TOLD_SHIFT & TOLD_MASK;
    }

    /** The two were told. */
    void tell(final long id, final int kind)
    {
        final int entry = find(at, id, kind);
        final long counts = memory.getLong(entry + COUNTS);
        memory.putLong(entry + COUNTS, counts & ~(TOLD_MASK << TOLD_SHIFT) | (counts & TOLD_MASK) << TOLD_SHIFT);
    }

    /**
     * Where a counterparty lies in one window alone: the hour, what of the day was before it, what of the week was
     * before that day.
     *
     * @return byte offset of its entry, or -1.
     */
    int entry(final int window, final long id, final int kind)
    {
        final int windowAt = at + window * WINDOW_BYTES;
        return memory.getLong(windowAt + NUMBER) == numbers[window] ? find(windowAt, id, kind) : -1;
    }

    long word(final int entry, final int word)
    {
        return memory.getLong(entry + word);
    }

    long trades(final int entry)
    {
        return memory.getLong(entry + COUNTS) & TRADES_MASK;
    }

    /** What the group traded with all in one window alone. */
    long totalLots(final int window)
    {
        final int windowAt = at + window * WINDOW_BYTES;
        return memory.getLong(windowAt + NUMBER) == numbers[window] ? memory.getLong(windowAt + TOTAL) : 0;
    }

    /** Scaled notional that the instrument had traded before the first trade of an entry. */
    long marketBefore(final int entry)
    {
        return memory.getLong(entry + MARKET_BEFORE);
    }

    /** Another window may go on: what was in the one before joins the longer one that it is part of. */
    private void turn(final int window, final long number)
    {
        final int windowAt = at + window * WINDOW_BYTES;
        final long before = memory.getLong(windowAt + NUMBER);
        if (before == number)
        {
            return;
        }
        if (before != 0 && window + 1 < WINDOWS)
        {
            turn(window + 1, (before - 1) / (window == HOUR ? HOURS_OF_DAY : DAYS_OF_WEEK) + 1);
            join(windowAt, windowAt + WINDOW_BYTES);
        }
        memory.zero(windowAt, WINDOW_BYTES);
        memory.putLong(windowAt + NUMBER, number);
    }

    private void join(final int from, final int into)
    {
        memory.putLong(into + TOTAL, memory.getLong(into + TOTAL) + memory.getLong(from + TOTAL));
        for (int i = 0; i < ENTRIES; i++)
        {
            final int entry = from + ENTRY + i * ENTRY_BYTES;
            final long counts = memory.getLong(entry + COUNTS);
            if ((counts & TRADES_MASK) != 0)
            {
                final int kept = findOrTake(into, memory.getLong(from + IDS + i * 8), (int)(counts >>> 63),
                    memory.getLong(from + WEIGHTS + i * 8));
                if ((memory.getLong(kept + COUNTS) & TRADES_MASK) == 0)
                {
                    memory.putLong(kept + FIRST, memory.getLong(entry + FIRST));
                    memory.putLong(kept + FIRST + 8, memory.getLong(entry + FIRST + 8));
                    memory.putLong(kept + MARKET_BEFORE, memory.getLong(entry + MARKET_BEFORE));
                }
                addWord(kept + BOUGHT, entry + BOUGHT);
                addWord(kept + SOLD, entry + SOLD);
                addWord(kept + NOTIONAL, entry + NOTIONAL);
                memory.putLong(kept + LAST, memory.getLong(entry + LAST));
                memory.putLong(kept + COUNTS, memory.getLong(kept + COUNTS) + (counts & TRADES_MASK));
            }
        }
    }

    private void addWord(final int word, final int other)
    {
        memory.putLong(word, memory.getLong(word) + memory.getLong(other));
    }

    private int find(final int window, final long id, final int kind)
    {
        for (int i = 0; i < ENTRIES; i++)
        {
            final int entry = window + ENTRY + i * ENTRY_BYTES;
            if (memory.getLong(window + IDS + i * 8) == id && memory.getLong(entry + COUNTS) >>> 63 == kind)
            {
                return entry;
            }
        }
        return -1;
    }

    /** Its entry, or a free one, or the least one's; its weight is what it had, or the least had, and these lots. */
    private int findOrTake(final int window, final long id, final int kind, final long lots)
    {
        final int found = find(window, id, kind);
        if (found >= 0)
        {
            final int weight = window + WEIGHTS + (found - window - ENTRY) / ENTRY_BYTES * 8;
            memory.putLong(weight, memory.getLong(weight) + lots);
            return found;
        }
        int least = 0;
        long leastWeight = Long.MAX_VALUE;
        for (int i = 0; i < ENTRIES; i++)
        {
            final long weight = memory.getLong(window + WEIGHTS + i * 8);
            if (weight < leastWeight)
            {
                leastWeight = weight;
                least = i;
            }
        }
        final int entry = window + ENTRY + least * ENTRY_BYTES;
        memory.zero(entry, ENTRY_BYTES);
        memory.putLong(window + IDS + least * 8, id);
        memory.putLong(entry + COUNTS, (long)kind << 63);
        memory.putLong(window + WEIGHTS + least * 8, leastWeight + lots);
        return entry;
    }
}
