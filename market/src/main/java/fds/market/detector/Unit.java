package fds.market.detector;

/** The unit of a measured value, threshold or parameter. The ordinal is stable. */
public enum Unit
{
    COUNT(""),
    NANOS("ns"),
    PPM("ppm"),
    TICKS("ticks"),
    LOTS("lots"),
    USD("USD"),
    NOTIONAL("scaled tick-lots"),
    PER_SECOND("1/s"),
    FLAG("");

    private final String symbol;

    Unit(final String symbol)
    {
        this.symbol = symbol;
    }

    /**
     * How people write it.
     *
     * @return symbol, empty for plain numbers.
     */
    public String symbol()
    {
        return symbol;
    }
}
