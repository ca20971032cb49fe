package fds.patterns.churn;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/**
 * What an owner group traded on an instrument lately, in cold words of its record: the last {@value #BLOCKS} blocks of
 * its trades, each of {@value #BLOCK_FLIPS} changes of side. So it reaches back as far as the group itself is quick,
 * seconds or minutes. A window is so many of the newest blocks. All-zero words are a group that traded nothing.
 */
final class Turns
{
    static final int BLOCKS = 12;
    static final int BLOCK_FLIPS = 5;

    /** No window covers more. */
    static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(10);

    // of a block
    private static final int LOTS = 0;
    private static final int NET = 8;        // lots bought less lots sold
    private static final int FLIPS = 16;
    private static final int AGGRESSED = 24; // lots
    private static final int NOTIONAL = 32;
    private static final int CASH = 40;      // scaled notional got less paid
    private static final int MARKET = 48;    // lots that the instrument had traded before
    private static final int TIME = 56;      // engine time of the first trade
    private static final int FIRST = 64;     // sequence of it, then the venue's time
    private static final int BLOCK_BYTES = 80;

    private static final int COUNT = 0; // blocks so far
    private static final int SIDE = 8;  // of the last trade: 1 bought, 2 sold
    private static final int TOLD = 16; // engine time + 1 of the last finding
    private static final int RING = 24;
    private static final int WORDS = (RING + BLOCKS * BLOCK_BYTES) / 8;

    private final int offset;
    private NativeBuffer memory;
    private int at;
    private long timeNanos;
    private long blocks; // of the window
    private long lots;
    private long net;
    private long flips;
    private long aggressed;
    private long notional;
    private long cash;

    Turns(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WORDS);
    }

    /** Look at a group as of an event. */
    Turns of(final Market market, final int group, final MarketEvent event)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        timeNanos = event.engineTimeNanos();
        return this;
    }

    /** It bought or sold, the instrument having traded so many lots before. */
    void add(
        final MarketEvent trade,
        final long marketLots,
        final boolean bought,
        final boolean aggressive,
        final long tradeNotional)
    {
        final long tradeLots = trade.quantityLots();
        final long side = bought ? 1 : 2;
        final long last = memory.getLong(at + SIDE);
        memory.putLong(at + SIDE, side);
        add(trade, marketLots, bought ? tradeLots : -tradeLots, last != 0 && last != side ? 1 : 0,
            aggressive ? tradeLots : 0, tradeNotional, bought ? -tradeNotional : tradeNotional);
    }

    /** It traded with itself: to and fro in one. */
    void addOwn(final MarketEvent trade, final long marketLots, final long tradeNotional)
    {
        add(trade, marketLots, 0, 1, trade.quantityLots(), tradeNotional, 0);
    }

    private void add(
        final MarketEvent trade,
        final long marketLots,
        final long signedLots,
        final long changes,
        final long aggressedLots,
        final long tradeNotional,
        final long got)
    {
        long count = memory.getLong(at + COUNT);
        if (count == 0 || memory.getLong(blockAt(count - 1) + FLIPS) >= BLOCK_FLIPS)
        {
            memory.putLong(at + COUNT, ++count);
            final int begun = blockAt(count - 1);
            memory.zero(begun, BLOCK_BYTES);
            memory.putLong(begun + MARKET, marketLots);
            memory.putLong(begun + TIME, timeNanos);
            memory.putLong(begun + FIRST, trade.sequence());
            memory.putLong(begun + FIRST + 8, trade.venueTimeNanos());
        }
        final int block = blockAt(count - 1);
        add(block + LOTS, trade.quantityLots());
        add(block + NET, signedLots);
        add(block + FLIPS, changes);
        add(block + AGGRESSED, aggressedLots);
        add(block + NOTIONAL, tradeNotional);
        add(block + CASH, got);
    }

    private void add(final int word, final long value)
    {
        memory.putLong(word, memory.getLong(word) + value);
    }

    /** Begin with a window of nothing. */
    Turns none()
    {
        blocks = 0;
        lots = 0;
        net = 0;
        flips = 0;
        aggressed = 0;
        notional = 0;
        cash = 0;
        return this;
    }

    /**
     * Let the window reach a block further back.
     *
     * @return false when there is none that is kept, or it began too long ago: the window is as before.
     */
    boolean reachBack()
    {
        final long count = memory.getLong(at + COUNT);
        if (blocks >= Math.min(count, BLOCKS) ||
            timeNanos - memory.getLong(blockAt(count - 1 - blocks) + TIME) >= WINDOW_NANOS)
        {
            return false;
        }
        final int block = blockAt(count - ++blocks);
        lots += memory.getLong(block + LOTS);
        net += memory.getLong(block + NET);
        flips += memory.getLong(block + FLIPS);
        aggressed += memory.getLong(block + AGGRESSED);
        notional += memory.getLong(block + NOTIONAL);
        cash += memory.getLong(block + CASH);
        return true;
    }

    long lots()
    {
        return lots;
    }

    long netLots()
    {
        return net;
    }

    long flips()
    {
        return flips;
    }

    long aggressedLots()
    {
        return aggressed;
    }

    long notional()
    {
        return notional;
    }

    long cash()
    {
        return cash;
    }

    /** Lots that the instrument had traded before the window. */
    long marketLotsBefore()
    {
        return memory.getLong(firstBlock() + MARKET);
    }

    long firstSequence()
    {
        return memory.getLong(firstBlock() + FIRST);
    }

    long firstVenueTimeNanos()
    {
        return memory.getLong(firstBlock() + FIRST + 8);
    }

    long windowNanos()
    {
        return timeNanos - memory.getLong(firstBlock() + TIME);
    }

    boolean mayTell(final long pauseNanos)
    {
        final long told = memory.getLong(at + TOLD);
        return told == 0 || timeNanos + 1 - told >= pauseNanos;
    }

    void tell()
    {
        memory.putLong(at + TOLD, timeNanos + 1);
    }

    private int firstBlock()
    {
        return blockAt(memory.getLong(at + COUNT) - blocks);
    }

    private int blockAt(final long block)
    {
        return at + RING + (int)(block % BLOCKS) * BLOCK_BYTES;
    }
}
