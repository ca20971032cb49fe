package fds.risk.position;

import fds.market.event.Absent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.table.Exact;

/**
 * What quantities of assets are worth in USD: by the newest RATE, and dollars at par until one is told. An asset whose
 * rate nobody told is worth nothing here. Owned by one thread.
 */
public final class AssetWorth
{
    private static final int NANO_EXPONENT = 9;
    private static final int MICRO_EXPONENT = 6;
    private static final long USD_NANO = 1_000_000_000L;
    private static final long USD_OF_MICRO_AND_NANO = 1_000_000_000_000_000L;

    private final ReferenceData reference;
    private final long[] ratesNano; // [instrumentId], USD of a whole unit in 1e-9; 0: not told

    /**
     * Of the assets of a venue.
     *
     * @param reference of the account stage.
     */
    public AssetWorth(final ReferenceData reference)
    {
        this.reference = reference;
        ratesNano = new long[reference.instrumentCapacity() + 1];
    }

    /**
     * A rate was told.
     *
     * @param asset id.
     * @param ticks price of a unit in USD.
     */
    public void onRate(final int asset, final long ticks)
    {
        final Instrument instrument = reference.instrument(asset);
        if (instrument != null && ticks > 0)
        {
            ratesNano[asset] =
                Exact.scaled(ticks, instrument.tickMantissa(), instrument.tickExponent() + NANO_EXPONENT);
        }
    }

    /**
     * What a quantity is worth.
     *
     * @param asset id.
     * @param lots  of it; may be below 0.
     * @return whole USD, at most 2⁶⁰ in size; 0 where no rate is known.
     */
    public long usd(final int asset, final long lots)
    {
        final Instrument instrument = reference.instrument(asset);
        if (instrument == null || lots == Absent.VALUE)
        {
            return 0;
        }
        final long rate = ratesNano[asset] != 0 ? ratesNano[asset] : isDollar(instrument) ? USD_NANO : 0;
        final long micro =
            Exact.scaled(Math.abs(lots), instrument.lotMantissa(), instrument.lotExponent() + MICRO_EXPONENT);
        final long usd = Math.min(1L << 60, Exact.mulDiv(micro, rate, USD_OF_MICRO_AND_NANO));
        return lots < 0 ? -usd : usd;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        for (int id = 0; id <= reference.instrumentIdMax(); id++)
        {
            state.putLong(ratesNano[id]);
        }
    }

    /**
     * Read what {@link #write} wrote.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        for (int id = 0; id <= reference.instrumentIdMax(); id++)
        {
            ratesNano[id] = state.getLong();
        }
    }

    private static boolean isDollar(final Instrument instrument)
    {
        return instrument.type() == InstrumentType.ASSET && (instrument.symbol().equals("USD") ||
            instrument.symbol().equals("USDT") || instrument.symbol().equals("USDC"));
    }
}
