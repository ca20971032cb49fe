package fds.market.reference;

import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * The last prices of each underlying on all venues, and their middle as seen from one of them. Every shard holds the
 * same, for it is shown every trade in order, those of other shards' instruments too. Owned by one thread.
 * <p>
 * Instruments are alike when they are spot or perpetual, on different venues, and of the same underlying (its base,
 * where none is named). Prices are compared in dollars by the quotes' rates; a quote without a rate has none. Bounded:
 * {@value #PEERS_MAX} others for each instrument, those with the smallest ids.
 */
public final class VenuePrices
{
    /** Most other venues' instruments whose middle is taken. */
    public static final int PEERS_MAX = 16;

    /** A rate of one dollar. */
    static final long ONE_USD_NANO = 1_000_000_000L;

    private static final int[] NONE = {};

    private final int[][] peers;     // [instrumentId], ascending ids
    private final String[] keys;     // [instrumentId], underlying; null: has no peers
    private final int[] venueIds;    // [instrumentId]
    private final long[] tickPico;   // [instrumentId], quote units in 1e-12
    private final long[] rateNano;   // [instrumentId], USD of a quote unit in 1e-9, 0: not known
    private final long[] lastTicks;  // [instrumentId]
    private final long[] lastNanos;  // [instrumentId], 0: no trade yet
    private final long[] scratch = new long[PEERS_MAX];
    private int idMax;
    private boolean isLinked;

    VenuePrices(final int size)
    {
        peers = new int[size][];
        Arrays.fill(peers, NONE);
        keys = new String[size];
        venueIds = new int[size];
        tickPico = new long[size];
        rateNano = new long[size];
        lastTicks = new long[size];
        lastNanos = new long[size];
    }

    /**
     * Take a trade of any instrument in.
     *
     * @param event of kind TRADE.
     */
    public void onTrade(final MarketEvent event)
    {
        final int id = event.instrumentId();
        if (!isLinked)
        {
            link();
        }
        if (peers[id].length != 0)
        {
            lastTicks[id] = event.priceTicks();
            lastNanos[id] = event.engineTimeNanos();
        }
    }

    /**
     * The middle of the last prices on other venues, the lower of two.
     *
     * @param instrumentId that is defined.
     * @param timeNanos    engine time.
     * @param ageNanos     how old a price may be, 0 or more.
     * @return in ticks of the instrument, rounded down; {@link Absent#VALUE} when no other venue has one so new, or a
     *         rate is not known.
     */
    public long middleTicks(final int instrumentId, final long timeNanos, final long ageNanos)
    {
        int count = 0;
        for (final int peer : peers[instrumentId]) // none before the first trade
        {
            final long price = lastNanos[peer] != 0 && timeNanos - lastNanos[peer] <= ageNanos ?
                usdPico(peer, lastTicks[peer]) : 0;
            if (price > 0)
            {
                int at = count++;
                for (; at > 0 && scratch[at - 1] > price; at--)
                {
                    scratch[at] = scratch[at - 1];
                }
                scratch[at] = price;
            }
        }
        return count == 0 ? Absent.VALUE : ticks(instrumentId, scratch[(count - 1) / 2]);
    }

    /**
     * How many other venues have a price.
     *
     * @param instrumentId that is defined.
     * @param timeNanos    engine time.
     * @param ageNanos     how old it may be.
     * @return 0 to {@value #PEERS_MAX}.
     */
    public int venueCount(final int instrumentId, final long timeNanos, final long ageNanos)
    {
        int count = 0;
        for (final int peer : peers[instrumentId])
        {
            count += lastNanos[peer] != 0 && timeNanos - lastNanos[peer] <= ageNanos &&
                usdPico(peer, lastTicks[peer]) > 0 ? 1 : 0;
        }
        return count;
    }

    /** An instrument, or a new version of one: its old ticks mean nothing. */
    void define(final Instrument instrument, final long tickPicoOfQuote, final int instrumentIdMax)
    {
        final int id = instrument.id();
        final String underlying = instrument.underlying().isEmpty() ? instrument.base() : instrument.underlying();
        keys[id] = !underlying.isEmpty() &&
            (instrument.type() == InstrumentType.SPOT || instrument.type() == InstrumentType.PERP) ? underlying : null;
        venueIds[id] = instrument.venueId();
        tickPico[id] = tickPicoOfQuote;
        lastNanos[id] = 0;
        idMax = instrumentIdMax;
        isLinked = false;
    }

    void rate(final int instrumentId, final long nano)
    {
        rateNano[instrumentId] = nano;
    }

    void write(final StateWriter state)
    {
        for (int id = 1; id <= idMax; id++)
        {
            state.putLong(rateNano[id]);
            state.putLong(lastTicks[id]);
            state.putLong(lastNanos[id]);
        }
    }

    void read(final StateReader state)
    {
        link();
        for (int id = 1; id <= idMax; id++)
        {
            rateNano[id] = state.getLong();
            lastTicks[id] = state.getLong();
            lastNanos[id] = state.getLong();
        }
    }

    /** 0 when it is not known or does not fit. */
    private long usdPico(final int id, final long ticks)
    {
        final long tick = tickPico[id];
        if (ticks <= 0 || tick == 0 || Math.multiplyHigh(ticks, tick) != 0 || ticks * tick < 0)
        {
            return 0;
        }
        return scaled(ticks * tick, rateNano[id], ONE_USD_NANO);
    }

    private long ticks(final int id, final long usdPico)
    {
        final long quotePico = rateNano[id] == 0 ? 0 : scaled(usdPico, ONE_USD_NANO, rateNano[id]);
        return quotePico == 0 || tickPico[id] == 0 ? Absent.VALUE : quotePico / tickPico[id];
    }

    /** value * factor / divisor, rounded down; 0 when it does not fit. */
    static long scaled(final long value, final long factor, final long divisor)
    {
        if (factor == divisor)
        {
            return value;
        }
        final long whole = value / divisor;
        final long rest = value % divisor;
        if (Math.multiplyHigh(whole, factor) != 0 || whole * factor < 0 || Math.multiplyHigh(rest, factor) != 0 ||
            rest * factor < 0)
        {
            return 0;
        }
        return Math.max(0, whole * factor + rest * factor / divisor);
    }

    /** Instruments of one key become each other's peers. Allocates: instruments are rare. */
    private void link()
    {
        isLinked = true;
        final Integer[] ids = new Integer[idMax];
        int count = 0;
        for (int id = 1; id <= idMax; id++)
        {
            peers[id] = NONE;
            if (keys[id] != null)
            {
                ids[count++] = id;
            }
        }
        Arrays.sort(ids, 0, count, (one, other) -> keys[one].compareTo(keys[other])); // of one key by id, as they stand
        int first = 0;
        for (int at = 1; at <= count; at++)
        {
            if (at == count || !keys[ids[at]].equals(keys[ids[first]]))
            {
                link(ids, first, at);
                first = at;
            }
        }
    }

    private void link(final Integer[] ids, final int first, final int end)
    {
        final int[] found = new int[PEERS_MAX];
        for (int of = first; of < end; of++)
        {
            int count = 0;
            for (int other = first; other < end && count < PEERS_MAX; other++)
            {
                if (venueIds[ids[other]] != venueIds[ids[of]])
                {
                    found[count++] = ids[other];
                }
            }
            peers[ids[of]] = Arrays.copyOf(found, count);
        }
    }
}
