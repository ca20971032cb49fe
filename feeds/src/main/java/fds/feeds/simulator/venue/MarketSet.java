package fds.feeds.simulator.venue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.FeeSchedule;
import fds.feeds.simulator.ledger.Ledger;
import fds.market.instrument.Instrument;

/** All markets of a simulation, and the assets behind them, in one dense numbering of instruments. */
public final class MarketSet
{
    private static final int[] SIGMA_PPB = {0, 80_000, 120_000, 200_000}; // [tier], of a second's return

    private final SimulatedMarket[] markets;
    private final List<Instrument> instruments;
    private final int[] assetOf; // [market], id of the base asset's instrument; 0 for perpetuals
    private final int cashAsset;

    /**
     * Markets that have not opened yet.
     *
     * @param seed     source of all chance.
     * @param count    of instruments of the venue, 1 or more.
     * @param accounts of the venue.
     */
    public MarketSet(final long seed, final int count, final int accounts)
    {
        markets = new SimulatedMarket[count];
        assetOf = new int[count];
        final List<Instrument> known = new ArrayList<>();
        final List<String> bases = new ArrayList<>();
        final List<Underlying> underlyings = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            final Instrument instrument = InstrumentCatalog.instrument(i + 1);
            int base = bases.indexOf(instrument.base());
            if (base < 0)
            {
                base = bases.size();
                bases.add(instrument.base());
                underlyings.add(new Underlying(
                    SimulatorRandom.of(seed, 1_000 + base), SIGMA_PPB[instrument.tier()]));
            }
            markets[i] = new SimulatedMarket(i, instrument, InstrumentCatalog.openingTicks(i + 1),
                InstrumentCatalog.usualLots(i + 1), accounts, underlyings.get(base));
            known.add(instrument);
        }
        cashAsset = known.size() + 1;
        known.add(InstrumentCatalog.cash(cashAsset));
        for (int i = 0; i < count; i++)
        {
            if (!markets[i].isPerp())
            {
                assetOf[i] = known.size() + 1;
                known.add(InstrumentCatalog.asset(assetOf[i], markets[i].instrument));
            }
        }
        instruments = List.copyOf(known);
    }

    /**
     * Everything that events speak of: markets first, then assets.
     *
     * @return by ascending id from 1.
     */
    public List<Instrument> instruments()
    {
        return instruments;
    }

    /**
     * The markets.
     *
     * @return [index]; not to be changed.
     */
    public SimulatedMarket[] markets()
    {
        return markets;
    }

    /**
     * The asset that money is.
     *
     * @return id of its instrument.
     */
    public int cashAsset()
    {
        return cashAsset;
    }

    /**
     * The asset that a spot market trades.
     *
     * @param market spot.
     * @return id of its instrument.
     */
    public int assetOf(final SimulatedMarket market)
    {
        return assetOf[market.index];
    }

    /**
     * A ledger for these markets.
     *
     * @param accounts of the venue.
     * @param fees     what trades cost.
     * @return with nothing in it.
     */
    public Ledger ledger(final int accounts, final FeeSchedule fees)
    {
        final boolean[] isPerp = new boolean[markets.length];
        final long[] scale = new long[markets.length];
        for (int i = 0; i < markets.length; i++)
        {
            isPerp[i] = markets[i].isPerp();
            scale[i] = markets[i].scale;
        }
        return new Ledger(accounts, isPerp, scale, fees);
    }
}
