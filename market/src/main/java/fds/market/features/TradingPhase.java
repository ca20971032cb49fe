package fds.market.features;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What an instrument's venue said of its timetable: halts, resets, settlement windows, funding, expiry. It lives in the
 * words of the instrument's record, and is read as of an engine time. All-zero words say that nothing was told.
 * <p>
 * Bounded: the last {@value #WINDOWS} settlement windows; a further one takes the place of the one that ends first.
 */
public final class TradingPhase
{
    /** Settlement windows that are kept. */
    public static final int WINDOWS = 4;

    /** Words of 8 bytes that it takes in a record. */
    public static final int WORDS = 5 + 3 * WINDOWS;

    /** Bit of {@link #at}: trading is halted. */
    public static final int HALTED = 1;

    /** Bit of {@link #at}: within a settlement window, its start included and its end not. */
    public static final int SETTLEMENT = 2;

    /** Bit of {@link #at}: at or past expiry. */
    public static final int EXPIRED = 4;

    /** The kinds that change it. */
    public static final long KINDS =
        Kind.mask(Kind.HALT, Kind.RESET, Kind.EXPIRY, Kind.FUNDING, Kind.SETTLEMENT_WINDOW);

    private static final long INTERVAL_MAX_NANOS = 86_400_000_000_000L;

    private static final int IS_HALTED = 0;
    private static final int RESET = 8;
    private static final int EXPIRY = 16;
    private static final int FUNDING = 24;  // newest settlement time
    private static final int INTERVAL = 32; // from the one before
    private static final int FIRST_WINDOW = 40;
    private static final int WINDOW_BYTES = 24; // start, end, reason
    private static final int END = 8;
    private static final int REASON = 16;

    private TradingPhase()
    {
    }

    /**
     * Take an event in.
     *
     * @param memory of the record.
     * @param at     first word.
     * @param event  of one of {@link #KINDS}; a time that it does not tell changes nothing.
     */
    public static void onEvent(final UnsafeBuffer memory, final int at, final MarketEvent event)
    {
        switch (event.kind())
        {
            case Kind.HALT -> memory.putLong(at + IS_HALTED, event.value() == 1 ? 1 : 0);
            case Kind.RESET -> putTime(memory, at + RESET, event.value());
            case Kind.EXPIRY -> putTime(memory, at + EXPIRY, event.value());
            case Kind.FUNDING -> onFunding(memory, at, event.venueTimeNanos());
            case Kind.SETTLEMENT_WINDOW -> onWindow(memory, at, event);
            default ->
            {
                // Not of the timetable.
            }
        }
    }

    /**
     * The phase at a time.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return bits of {@link #HALTED}, {@link #SETTLEMENT}, {@link #EXPIRED}; 0: trading as usual.
     */
    public static int at(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        final long expiry = memory.getLong(at + EXPIRY);
        return (memory.getLong(at + IS_HALTED) == 1 ? HALTED : 0) |
            (windowAt(memory, at, timeNanos) >= 0 ? SETTLEMENT : 0) | (expiry > 0 && timeNanos >= expiry ? EXPIRED : 0);
    }

    /**
     * Why a settlement window is open.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return id of the reason's text, 0 when none is open or no reason was told.
     */
    public static long settlementReason(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        final int window = windowAt(memory, at, timeNanos);
        return window < 0 ? 0 : memory.getLong(window + REASON);
    }

    /**
     * Time until the next settlement window starts.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return nanoseconds above 0, or {@link Absent#VALUE} when none is told that starts later.
     */
    public static long untilSettlement(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        long least = Absent.VALUE;
        for (int window = at + FIRST_WINDOW; window < at + WORDS * 8; window += WINDOW_BYTES)
        {
            final long until = memory.getLong(window) - timeNanos;
            if (until > 0 && (least == Absent.VALUE || until < least))
            {
                least = until;
            }
        }
        return least;
    }

    /**
     * Time until the reset that was told last.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return nanoseconds, 0 or more, or {@link Absent#VALUE} when none is told or it is past.
     */
    public static long untilReset(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        return until(memory.getLong(at + RESET), timeNanos);
    }

    /**
     * Time until expiry.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return nanoseconds, 0 or more, or {@link Absent#VALUE} when none is told or it is past.
     */
    public static long untilExpiry(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        return until(memory.getLong(at + EXPIRY), timeNanos);
    }

    /**
     * Time until funding is settled: told, or as long after the last settlement as that was after the one before.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param timeNanos engine time.
     * @return nanoseconds, 0 or more, or {@link Absent#VALUE} when it cannot be told.
     */
    public static long untilFunding(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        final long funding = memory.getLong(at + FUNDING);
        final long interval = memory.getLong(at + INTERVAL);
        if (funding == 0 || timeNanos > funding && interval == 0)
        {
            return Absent.VALUE;
        }
        return timeNanos <= funding ? funding - timeNanos :
            (interval - (timeNanos - funding) % interval) % interval;
    }

    private static void onFunding(final UnsafeBuffer memory, final int at, final long settlementNanos)
    {
        final long before = memory.getLong(at + FUNDING);
        if (settlementNanos > before)
        {
            final long interval = settlementNanos - before;
            memory.putLong(at + FUNDING, settlementNanos);
            if (before != 0 && interval <= INTERVAL_MAX_NANOS)
            {
                memory.putLong(at + INTERVAL, interval);
            }
        }
    }

    private static void onWindow(final UnsafeBuffer memory, final int at, final MarketEvent event)
    {
        final long start = event.value();
        final long end = event.reference();
        if (start <= 0 || end <= start)
        {
            return;
        }
        int place = at + FIRST_WINDOW;
        for (int window = place; window < at + WORDS * 8; window += WINDOW_BYTES)
        {
            if (memory.getLong(window) == start && memory.getLong(window + END) == end)
            {
                place = window;
                break;
            }
            if (memory.getLong(window + END) < memory.getLong(place + END))
            {
                place = window;
            }
        }
        memory.putLong(place, start);
        memory.putLong(place + END, end);
        memory.putLong(place + REASON, event.reasonId());
    }

    private static int windowAt(final UnsafeBuffer memory, final int at, final long timeNanos)
    {
        for (int window = at + FIRST_WINDOW; window < at + WORDS * 8; window += WINDOW_BYTES)
        {
            if (timeNanos >= memory.getLong(window) && timeNanos < memory.getLong(window + END))
            {
                return window;
            }
        }
        return -1;
    }

    private static void putTime(final UnsafeBuffer memory, final int word, final long timeNanos)
    {
        if (timeNanos > 0)
        {
            memory.putLong(word, timeNanos);
        }
    }

    private static long until(final long then, final long timeNanos)
    {
        return then == 0 || then < timeNanos ? Absent.VALUE : then - timeNanos;
    }
}
