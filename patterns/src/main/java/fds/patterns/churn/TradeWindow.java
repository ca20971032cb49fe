package fds.patterns.churn;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What an owner group traded on an instrument in the current minute and the nine before, in cold words of its record:
 * the sums, then the minutes. All-zero words are a group that traded nothing.
 */
final class TradeWindow
{
    static final int MINUTES = 10;
    static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    // of the sums and of a minute
    private static final int LOTS = 0;
    private static final int NET = 8;        // lots bought less lots sold
    private static final int FLIPS = 16;
    private static final int AGGRESSED = 24; // lots
    private static final int NOTIONAL = 32;
    private static final int CASH = 40;      // scaled notional got less paid
    private static final int SUM_BYTES = 48;
    private static final int FIRST = 48;     // of a minute: sequence of its first trade, then the venue's time
    private static final int MINUTE_BYTES = 64;

    private static final int NEWEST = SUM_BYTES; // number of the minute that goes on
    private static final int SIDE = NEWEST + 8;  // of the last trade: 1 bought, 2 sold
    private static final int TOLD = SIDE + 8;    // engine time + 1 of the last finding
    private static final int RING = TOLD + 8;
    private static final int WORDS = (RING + MINUTES * MINUTE_BYTES) / 8;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;

    TradeWindow(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WORDS);
    }

    /** Look at a group as of an event. */
    TradeWindow of(final Market market, final int group, final MarketEvent event)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        timeNanos = event.engineTimeNanos();
        advance(timeNanos / MINUTE_NANOS);
        return this;
    }

    /** It bought or sold. */
    void add(final MarketEvent trade, final boolean bought, final boolean aggressed, final long notional)
    {
        final long lots = trade.quantityLots();
        final long side = bought ? 1 : 2;
        final long last = memory.getLong(at + SIDE);
        memory.putLong(at + SIDE, side);
        add(trade, bought ? lots : -lots, last != 0 && last != side ? 1 : 0, aggressed ? lots : 0, notional,
            bought ? -notional : notional);
    }

    /** It traded with itself: to and fro in one. */
    void addOwn(final MarketEvent trade, final long notional)
    {
        add(trade, 0, 1, trade.quantityLots(), notional, 0);
    }

    private void add(
        final MarketEvent trade,
        final long net,
        final long flips,
        final long aggressed,
        final long notional,
        final long cash)
    {
        final int minute = minuteAt(timeNanos / MINUTE_NANOS);
        if (memory.getLong(minute + FIRST) == 0)
        {
            memory.putLong(minute + FIRST, trade.sequence());
            memory.putLong(minute + FIRST + 8, trade.venueTimeNanos());
        }
        add(minute, LOTS, trade.quantityLots());
        add(minute, NET, net);
        add(minute, FLIPS, flips);
        add(minute, AGGRESSED, aggressed);
        add(minute, NOTIONAL, notional);
        add(minute, CASH, cash);
    }

    long lots()
    {
        return memory.getLong(at + LOTS);
    }

    long netLots()
    {
        return memory.getLong(at + NET);
    }

    long flips()
    {
        return memory.getLong(at + FLIPS);
    }

    long aggressedLots()
    {
        return memory.getLong(at + AGGRESSED);
    }

    long notional()
    {
        return memory.getLong(at + NOTIONAL);
    }

    long cash()
    {
        return memory.getLong(at + CASH);
    }

    long firstSequence()
    {
        return memory.getLong(firstMinute() + FIRST);
    }

    long firstVenueTimeNanos()
    {
        return memory.getLong(firstMinute() + FIRST + 8);
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

    /** The first of the window with a trade; the current one has one when it is asked. */
    private int firstMinute()
    {
        final long newest = timeNanos / MINUTE_NANOS;
        for (long minute = Math.max(0, newest - MINUTES + 1); minute < newest; minute++)
        {
            if (memory.getLong(minuteAt(minute) + FIRST) != 0)
            {
                return minuteAt(minute);
            }
        }
        return minuteAt(newest);
    }

    private void add(final int minute, final int word, final long value)
    {
        memory.putLong(minute + word, memory.getLong(minute + word) + value);
        memory.putLong(at + word, memory.getLong(at + word) + value);
    }

    /** What has left the window is taken off the sums. */
    private void advance(final long minute)
    {
        final long newest = memory.getLong(at + NEWEST);
        for (long gone = Math.max(newest + 1, minute - MINUTES + 1); gone <= minute; gone++)
        {
            final int old = minuteAt(gone);
            for (int word = 0; word < SUM_BYTES; word += 8)
            {
                memory.putLong(at + word, memory.getLong(at + word) - memory.getLong(old + word));
            }
            memory.setMemory(old, MINUTE_BYTES, (byte)0);
        }
        memory.putLong(at + NEWEST, minute);
    }

    private int minuteAt(final long minute)
    {
        return at + RING + (int)(minute % MINUTES) * MINUTE_BYTES;
    }
}
