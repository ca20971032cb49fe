package fds.feeds.simulator.venue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.FeeSchedule;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.InstrumentCatalog.Listing;
import fds.market.instrument.Instrument;

/**
 * All markets of a simulation, and the assets behind them, in one dense numbering of instruments: the main venue's
 * markets, then each other venue's (spot markets of what the main venue's first perpetuals are on), then the assets of
 * each venue. Markets of one asset share its {@link Underlying}.
 */
public final class MarketSet
{
    /** What another venue lists at most. */
    private static final int OTHER_MARKETS_MAX = 6;

    private static final int[] SIGMA_PPB = {0, 80_000, 120_000, 200_000}; // [tier], of a second's return

    private final long seed;
    private final int accounts;
    private final int mainCount;
    private final List<SimulatedMarket> known = new ArrayList<>();
    private final SimulatedMarket[] markets;
    private final List<Underlying> underlyings = new ArrayList<>();
    private final List<String> bases = new ArrayList<>();
    private final List<Instrument> instruments;
    private final int[] cashAsset; // [venue]
    private final int[] assetOf; // [market], id of the base asset's instrument; 0 for perpetuals

    /**
     * Markets that have not opened yet.
     *
     * @param seed      source of all chance.
     * @param mainCount markets of the main venue, 1 or more.
     * @param venues    1 to {@value InstrumentCatalog#VENUES_MAX}.
     * @param accounts  of all venues.
     */
    public MarketSet(final long seed, final int mainCount, final int venues, final int accounts)
    {
        final List<Instrument> definitions = new ArrayList<>();
        this.seed = seed;
        this.accounts = accounts;
        this.mainCount = mainCount;
        final List<Listing> elsewhere = new ArrayList<>();
        for (int i = 0; i < mainCount; i++)
        {
            final Listing listing = InstrumentCatalog.listing(i);
            add(definitions, 0, listing);
            if (listing.isPerp() && elsewhere.size() < OTHER_MARKETS_MAX)
            {
                elsewhere.add(spotOf(listing));
            }
        }
        for (int venue = 1; venue < venues; venue++)
        {
            for (final Listing listing : elsewhere)
            {
                add(definitions, venue, listing);
            }
        }
        markets = known.toArray(new SimulatedMarket[0]);
        cashAsset = new int[venues];
        assetOf = new int[markets.length];
        for (int venue = 0; venue < venues; venue++)
        {
            cashAsset[venue] = definitions.size() + 1;
            definitions.add(InstrumentCatalog.cash(cashAsset[venue], venue));
        }
        for (final SimulatedMarket market : markets)
        {
            if (!market.isPerp())
            {
                assetOf[market.index] = definitions.size() + 1;
                definitions.add(InstrumentCatalog.asset(assetOf[market.index], market.instrument));
            }
        }
        instruments = List.copyOf(definitions);
    }

    /**
     * Everything that events speak of.
     *
     * @return by ascending id from 1.
     */
    public List<Instrument> instruments()
    {
        return instruments;
    }

    /**
     * The markets of all venues, the main venue's first.
     *
     * @return [index]; not to be changed.
     */
    public SimulatedMarket[] markets()
    {
        return markets;
    }

    /**
     * Markets of the main venue: those with an index below this.
     *
     * @return 1 and up.
     */
    public int mainCount()
    {
        return mainCount;
    }

    /**
     * Assets whose prices the markets are.
     *
     * @return in the order of their first market.
     */
    public List<Underlying> underlyings()
    {
        return underlyings;
    }

    /**
     * The asset that money is.
     *
     * @param venue 0 and up.
     * @return id of its instrument.
     */
    public int cashAsset(final int venue)
    {
        return cashAsset[venue];
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
     * @param fees what trades cost.
     * @return with nothing in it.
     */
    public Ledger ledger(final FeeSchedule fees)
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

    /** The main venue's own spot listing where it has one in the same ticks, so that prices compare. */
    private Listing spotOf(final Listing perp)
    {
        for (int i = 0; i < mainCount; i++)
        {
            final Listing listing = InstrumentCatalog.listing(i);
            if (!listing.isPerp() && listing.base().equals(perp.base()) &&
                listing.tickExponent() == perp.tickExponent())
            {
                return listing;
            }
        }
        return perp.asSpot();
    }

    private void add(final List<Instrument> definitions, final int venue, final Listing listing)
    {
        int base = bases.indexOf(listing.base());
        if (base < 0)
        {
            base = bases.size();
            bases.add(listing.base());
            underlyings.add(new Underlying(SimulatorRandom.of(seed, 1_000 + base), SIGMA_PPB[listing.tier()]));
        }
        final Instrument instrument = InstrumentCatalog.instrument(definitions.size() + 1, venue, listing);
        definitions.add(instrument);
        known.add(new SimulatedMarket(known.size(), venue, instrument, listing.openingTicks(), listing.usualLots(),
            accounts, underlyings.get(base)));
    }
}
