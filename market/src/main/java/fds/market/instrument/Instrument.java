package fds.market.instrument;

/**
 * One version of an instrument. Tick and lot sizes live here alone; everything else speaks in ticks and lots.
 * <p>
 * Prices and quantities are range-checked at the door against {@code priceMaxTicks} and {@code quantityMaxLots}. Their
 * product fits 62 bits, so the notional of one message in tick-lots is exact in a long; sums of many are kept in
 * {@linkplain #notional scaled units}.
 *
 * @param id                 dense number, 1 to {@value #ID_MAX}; the partition is {@code id & 63}.
 * @param version            1 and up; a new tick or lot size makes a new version.
 * @param venueId            dense number of the venue, 1 and up.
 * @param venue              its name.
 * @param symbol             the venue's name of the instrument.
 * @param type               what it is.
 * @param base               base asset, empty when not known.
 * @param quote              quote asset, empty when not known.
 * @param underlying         for derivatives, else empty.
 * @param tickMantissa       tick size is {@code tickMantissa * 10^tickExponent} quote units, 1 or more.
 * @param tickExponent       -18 to 18.
 * @param lotMantissa        lot size is {@code lotMantissa * 10^lotExponent} base units, 1 or more.
 * @param lotExponent        -18 to 18.
 * @param multiplierMantissa contract multiplier, as tick and lot.
 * @param multiplierExponent -18 to 18.
 * @param tier               1 majors, 2 mid, 3 long tail.
 * @param priceMaxTicks      largest absolute price, 1 or more.
 * @param quantityMaxLots    largest quantity, 1 or more.
 */
public record Instrument(
    int id,
    int version,
    int venueId,
    String venue,
    String symbol,
    InstrumentType type,
    String base,
    String quote,
    String underlying,
    long tickMantissa,
    int tickExponent,
    long lotMantissa,
    int lotExponent,
    long multiplierMantissa,
    int multiplierExponent,
    int tier,
    long priceMaxTicks,
    long quantityMaxLots)
{
    /** Largest id: an order's record keeps it in 24 bits. */
    public static final int ID_MAX = (1 << 24) - 1;

    /** Instruments are spread over this many partitions, whatever the number of threads. */
    public static final int PARTITIONS = 64;

    /** Bits that the largest notional of one message keeps in scaled units: 2²² of them still fit a long. */
    private static final int SCALED_BITS = 40;

    /** Checks every range. */
    public Instrument
    {
        require(id >= 1 && id <= ID_MAX, "id", id, "1 to " + ID_MAX);
        require(version >= 1, "version", version, "1 or more");
        require(venueId >= 1 && venueId <= 0xFFFF, "venue_id", venueId, "1 to 65535");
        require(tickMantissa >= 1 && Math.abs(tickExponent) <= 18, "tick_size", tickMantissa, "above 0");
        require(lotMantissa >= 1 && Math.abs(lotExponent) <= 18, "lot_size", lotMantissa, "above 0");
        require(multiplierMantissa >= 1 && Math.abs(multiplierExponent) <= 18, "multiplier", multiplierMantissa,
            "above 0");
        require(tier >= 1 && tier <= 3, "tier", tier, "1, 2 or 3");
        require(priceMaxTicks >= 1, "price_max", priceMaxTicks, "1 tick or more");
        require(quantityMaxLots >= 1, "quantity_max", quantityMaxLots, "1 lot or more");
        require(Math.multiplyHigh(priceMaxTicks, quantityMaxLots) == 0 &&
            priceMaxTicks * quantityMaxLots >= 0 && priceMaxTicks * quantityMaxLots < 1L << 62,
            "price_max", priceMaxTicks, "price_max times quantity_max below 2^62 tick-lots; quantity_max is " +
            quantityMaxLots + " lots");
    }

    /**
     * The partition an instrument belongs to.
     *
     * @param instrumentId dense number.
     * @return 0 to {@value #PARTITIONS} - 1.
     */
    public static int partitionOf(final int instrumentId)
    {
        return instrumentId & PARTITIONS - 1;
    }

    /**
     * How far tick-lots are shifted to become scaled units.
     *
     * @return 0 to 22.
     */
    public int notionalShift()
    {
        return Math.max(0, 64 - Long.numberOfLeadingZeros(priceMaxTicks * quantityMaxLots) - SCALED_BITS);
    }

    /**
     * The notional of a quantity at a price, in scaled units of this instrument: tick-lots shifted by
     * {@link #notionalShift()}.
     *
     * @param priceTicks   within range; a negative price counts by its size.
     * @param quantityLots within range.
     * @return 0 or more.
     */
    public long notional(final long priceTicks, final long quantityLots)
    {
        return Math.abs(priceTicks) * quantityLots >>> notionalShift();
    }

    private static void require(final boolean holds, final String field, final long value, final String allowed)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(field + " is " + value + ": must be " + allowed);
        }
    }
}
