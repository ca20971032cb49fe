package fds.feeds.simulator.venue;

import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** The instruments of the simulated venues: a few well-known markets, then a long tail. */
public final class InstrumentCatalog
{
    /** Most venues. */
    public static final int VENUES_MAX = 3;

    /** Prices may reach this many times the opening price. */
    private static final long PRICE_RANGE = 16;

    private static final String[] VENUES = {"SIM", "ALPHA", "BETA"};

    /** How a venue writes a pair, so that a symbol names one market. */
    private static final String[] BETWEEN = {"-", "/", "_"};

    private static final Listing[] LISTINGS = {
        // base, perp, tier, tick 10^x, lot 10^x, opening price in ticks, usual smallest order in lots
        new Listing("BTC", false, 1, -1, -5, 650_000, 400),
        new Listing("ETH", false, 1, -2, -4, 320_000, 800),
        new Listing("BTC", true, 1, -1, -3, 650_300, 6),
        new Listing("ETH", true, 1, -2, -3, 320_150, 90),
        new Listing("SOL", false, 1, -2, -2, 14_800, 150),
        new Listing("LINK", false, 2, -3, -2, 13_900, 1_200),
        new Listing("ARB", true, 2, -4, -1, 7_600, 2_500),
        new Listing("PEPE", false, 3, -8, 0, 1_180, 9_000_000),
        new Listing("SOL", true, 1, -2, -2, 14_810, 180),
        new Listing("DOGE", false, 2, -5, 0, 18_200, 700),
        new Listing("XRP", true, 2, -4, -1, 21_400, 600),
        new Listing("TIA", false, 3, -3, -2, 4_900, 2_000) };

    private InstrumentCatalog()
    {
    }

    /**
     * Name of a venue.
     *
     * @param venue 0 for the main one.
     * @return as events name it; its dense number is {@code venue + 1}.
     */
    public static String venue(final int venue)
    {
        return VENUES[venue];
    }

    /**
     * What the main venue lists.
     *
     * @param place 0 and up.
     * @return the same on every call.
     */
    static Listing listing(final int place)
    {
        if (place < LISTINGS.length)
        {
            return LISTINGS[place];
        }
        final int tail = place + 1 - LISTINGS.length;
        return new Listing("ALT" + tail, tail % 3 == 0, 3, -4, -1, 2_000 + 731L * (tail % 17), 1_500);
    }

    /**
     * A listing as an instrument.
     *
     * @param id      dense number.
     * @param venue   0 and up.
     * @param listing what.
     * @return its definition.
     */
    static Instrument instrument(final int id, final int venue, final Listing listing)
    {
        final long priceMaxTicks = listing.openingTicks * PRICE_RANGE;
        final long quantityMaxLots = Math.min(listing.usualLots * 1_000_000, (1L << 61) / priceMaxTicks);
        final String symbol = listing.base + BETWEEN[venue] + "USDT" + (listing.isPerp ? "-PERP" : "");
        return new Instrument(id, 1, venue + 1, VENUES[venue], symbol,
            listing.isPerp ? InstrumentType.PERP : InstrumentType.SPOT, listing.base, "USDT",
            listing.isPerp ? listing.base : "", 1, listing.tickExponent, 1, listing.lotExponent, 1, 0, listing.tier,
            priceMaxTicks, quantityMaxLots);
    }

    /**
     * The quote currency as an asset, counted in cents.
     *
     * @param id    dense number.
     * @param venue 0 and up.
     * @return its definition.
     */
    static Instrument cash(final int id, final int venue)
    {
        return new Instrument(id, 1, venue + 1, VENUES[venue], "USDT", InstrumentType.ASSET, "USDT", "USD", "", 1, -4,
            1, -2, 1, 0, 1, 20_000, 100_000_000_000_000L);
    }

    /**
     * The base of a spot market as an asset, in the same ticks and lots.
     *
     * @param id   dense number.
     * @param spot market.
     * @return its definition.
     */
    static Instrument asset(final int id, final Instrument spot)
    {
        return new Instrument(id, 1, spot.venueId(), spot.venue(), spot.base(), InstrumentType.ASSET, spot.base(),
            "USD", "", 1, spot.tickExponent(), 1, spot.lotExponent(), 1, 0, spot.tier(), spot.priceMaxTicks(),
            spot.quantityMaxLots());
    }

    /**
     * A market as it is listed.
     *
     * @param base         asset.
     * @param isPerp       perpetual, else spot.
     * @param tier         1 to 3.
     * @param tickExponent tick is ten to this.
     * @param lotExponent  lot is ten to this.
     * @param openingTicks price at the start.
     * @param usualLots    a small order.
     */
    record Listing(
        String base, boolean isPerp, int tier, int tickExponent, int lotExponent, long openingTicks, long usualLots)
    {
        /** The spot market of the same asset at a venue that lists no perpetuals. */
        Listing asSpot()
        {
            return isPerp ? new Listing(base, false, tier, tickExponent, lotExponent, openingTicks, usualLots) : this;
        }
    }
}
