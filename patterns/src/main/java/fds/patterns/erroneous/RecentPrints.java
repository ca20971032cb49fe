package fds.patterns.erroneous;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/**
 * The prices at which the last incoming orders traded on an instrument, and the middle one of them: a price that no
 * single message can move. An order that sweeps many levels is one print, at its last price; without order ids, trades
 * of one instant are.
 * <p>
 * Words in the instrument's record; all-zero words are an instrument that has not traded.
 */
final class RecentPrints
{
    static final int PRINTS = 5;

    private static final int COUNT = 0;
    private static final int ORDER = 8;
    private static final int TIME = 16;
    private static final int RING = 24; // [print % PRINTS]: price, sequence
    private static final int WORDS = (RING + PRINTS * 16) / 8;

    private final int offset;
    private final long[] prices = new long[PRINTS];    // sorted, of the last look
    private final long[] sequences = new long[PRINTS]; // of these
    private NativeBuffer memory;
    private long at;
    private long middleTicks;
    private long middleSequence;

    RecentPrints(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    void add(final MarketEvent trade, final Market market)
    {
        if (trade.priceTicks() <= 0)
        {
            return;
        }
        seek(market);
        long count = memory.getLong(at + COUNT);
        final boolean isOfSameOrder = count > 0 && trade.counterOrderId() == memory.getLong(at + ORDER) &&
            (trade.counterOrderId() != Absent.UNKNOWN_ID || trade.engineTimeNanos() == memory.getLong(at + TIME));
        if (!isOfSameOrder)
        {
            memory.putLong(at + COUNT, ++count);
            memory.putLong(at + ORDER, trade.counterOrderId());
            memory.putLong(at + TIME, trade.engineTimeNanos());
        }
        final long word = wordOf(count - 1);
        memory.putLong(word, trade.priceTicks());
        memory.putLong(word + 8, trade.sequence());
    }

    /** Look at an instrument: the middle of five prints, of three while there are fewer, of two the older. */
    RecentPrints of(final Market market)
    {
        seek(market);
        final long count = memory.getLong(at + COUNT);
        middleTicks = Absent.VALUE;
        middleSequence = 0;
        if (count > 0)
        {
            final int used = count >= PRINTS ? PRINTS : count >= 3 ? 3 : 1;
            final long first = used == 1 ? 0 : count - used;
            for (int i = 0; i < used; i++)
            {
                insert(i, memory.getLong(wordOf(first + i)), memory.getLong(wordOf(first + i) + 8));
            }
            middleTicks = prices[used / 2];
            middleSequence = sequences[used / 2];
        }
        return this;
    }

    /** The middle price, or absent when nothing has traded. */
    long middleTicks()
    {
        return middleTicks;
    }

    long middleSequence()
    {
        return middleSequence;
    }

    /** Equal prices stay in the order of their sequences. */
    private void insert(final int used, final long price, final long sequence)
    {
        int place = used;
        while (place > 0 && prices[place - 1] > price)
        {
            prices[place] = prices[place - 1];
            sequences[place] = sequences[place - 1];
            place--;
        }
        prices[place] = price;
        sequences[place] = sequence;
    }

    private void seek(final Market market)
    {
        memory = market.records(SlotKind.INSTRUMENT);
        at = market.offsetOf(SlotKind.INSTRUMENT, market.instrumentSlot()) + offset;
    }

    private long wordOf(final long print)
    {
        return at + RING + print % PRINTS * 16;
    }
}
