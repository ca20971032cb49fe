package fds.feeds.simulator.venue;

import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** The instruments of the simulated venue: a few well-known markets, then a long tail. */
public final class InstrumentCatalog
{
    /** Name of the venue. */
    public static final String VENUE = "SIM";

    /** Its dense number. */
    public static final int VENUE_ID = 1;

    /** Prices may reach this many times the opening price. */
    private static final long PRICE_RANGE = 16;

    private static final Market[] MARKETS = {
        // base, perp, tier, tick 10^x, lot 10^x, opening price in ticks, usual smallest order in lots
        new Market("BTC", false, 1, -1, -5, 650_000, 400),
        new Market("ETH", false, 1, -2, -4, 320_000, 800),
        new Market("BTC", true, 1, -1, -3, 650_300, 6),
        new Market("ETH", true, 1, -2, -3, 320_150, 90),
        new Market("SOL", false, 1, -2, -2, 14_800, 150),
        new Market("LINK", false, 2, -3, -2, 13_900, 1_200),
        new Market("ARB", true, 2, -4, -1, 7_600, 2_500),
        new Market("PEPE", false, 3, -8, 0, 1_180, 9_000_000),
        new Market("SOL", true, 1, -2, -2, 14_810, 180),
        new Market("DOGE", false, 2, -5, 0, 18_200, 700),
        new Market("XRP", true, 2, -4, -1, 21_400, 600),
        new Market("TIA", false, 3, -3, -2, 4_900, 2_000) };

    private InstrumentCatalog()
    {
    }

    /**
     * One instrument.
     *
     * @param id 1 and up.
     * @return its definition.
     */
    public static Instrument instrument(final int id)
    {
        return instrument(id, VENUE_ID, VENUE, market(id));
    }

    private static Instrument instrument(final int id, final int venueId, final String venue, final Market market)
    {
        final String symbol = market.base + "-USDT" + (market.perp ? "-PERP" : "");
        final long priceMaxTicks = market.openingTicks * PRICE_RANGE;
        final long quantityMaxLots = Math.min(market.usualLots * 1_000_000, (1L << 61) / priceMaxTicks);
        return new Instrument(id, 1, venueId, venue, symbol,
            market.perp ? InstrumentType.PERP : InstrumentType.SPOT, market.base, "USDT",
            market.perp ? market.base : "", 1, market.tickExponent, 1, market.lotExponent, 1, 0, market.tier,
            priceMaxTicks, quantityMaxLots);
    }

    /**
     * The quote currency as an asset, counted in cents.
     *
     * @param id of the instrument.
     * @return its definition.
     */
    static Instrument cash(final int id)
    {
        return new Instrument(id, 1, VENUE_ID, VENUE, "USDT", InstrumentType.ASSET, "USDT", "USD", "", 1, -4, 1, -2, 1,
            0, 1, 20_000, 100_000_000_000_000L);
    }

    /**
     * The base of a spot market as an asset, in the same ticks and lots.
     *
     * @param id   of the instrument.
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
     * Price at which it opens.
     *
     * @param id 1 and up.
     * @return ticks.
     */
    public static long openingTicks(final int id)
    {
        return market(id).openingTicks;
    }

    /**
     * A small order.
     *
     * @param id 1 and up.
     * @return lots.
     */
    public static long usualLots(final int id)
    {
        return market(id).usualLots;
    }

    private static Market market(final int id)
    {
        if (id <= MARKETS.length)
        {
            return MARKETS[id - 1];
        }
        final int tail = id - MARKETS.length;
        return new Market("ALT" + tail, tail % 3 == 0, 3, -4, -1, 2_000 + 731L * (tail % 17), 1_500);
    }

    private record Market(
        String base, boolean perp, int tier, int tickExponent, int lotExponent, long openingTicks, long usualLots)
    {
    }
}
