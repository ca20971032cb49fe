package fds.risk.instrument;

import fds.market.event.Absent;
import fds.market.instrument.Instrument;
import fds.market.reference.ReferenceData;
import fds.risk.table.Exact;

/**
 * The same instrument on other venues: same type, base, quote and underlying. A ring of ids through all of them, and
 * for each a factor that makes its ticks comparable with theirs. Changed when an instrument is defined; owned by one
 * thread.
 */
final class VenueTwins
{
    private final int[] next;      // [instrumentId], itself when it has no twin
    private final long[] factors;  // [instrumentId], tick mantissa; times 10^exponents
    private final int[] exponents; // [instrumentId], tick exponent above the finest of its ring

    VenueTwins(final int instrumentCapacity)
    {
        next = new int[instrumentCapacity + 1];
        factors = new long[instrumentCapacity + 1];
        exponents = new int[instrumentCapacity + 1];
    }

    void define(final Instrument instrument, final ReferenceData reference)
    {
        final int id = instrument.id();
        if (next[id] == 0)
        {
            next[id] = id;
            for (int other = 1; other <= reference.instrumentIdMax() && !instrument.base().isEmpty(); other++)
            {
                if (other != id && next[other] != 0 && isTwin(instrument, reference.instrument(other)))
                {
                    next[id] = next[other];
                    next[other] = id;
                    break;
                }
            }
        }
        int finest = instrument.tickExponent();
        for (int other = next[id]; other != id; other = next[other])
        {
            finest = Math.min(finest, reference.instrument(other).tickExponent());
        }
        int at = id;
        do
        {
            factors[at] = reference.instrument(at).tickMantissa();
            exponents[at] = reference.instrument(at).tickExponent() - finest;
            at = next[at];
        }
        while (at != id);
    }

    /**
     * The twin behind an instrument.
     *
     * @param instrumentId that is defined.
     * @return its id; going on leads back to the first.
     */
    int next(final int instrumentId)
    {
        return next[instrumentId];
    }

    /**
     * A price that can be compared with those of the instrument's twins.
     *
     * @param instrumentId that is defined.
     * @param ticks        price, or {@link Absent#VALUE}.
     * @return a number in a unit that all twins share; 0 or less where there is no price.
     */
    long comparable(final int instrumentId, final long ticks)
    {
        return ticks == Absent.VALUE || ticks <= 0 ? 0 :
            Exact.scaled(ticks, factors[instrumentId], exponents[instrumentId]);
    }

    private static boolean isTwin(final Instrument one, final Instrument other)
    {
        return one.venueId() != other.venueId() && one.type() == other.type() && one.base().equals(other.base()) &&
            one.quote().equals(other.quote()) && one.underlying().equals(other.underlying());
    }
}
