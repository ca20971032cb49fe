package fds.feeds.raw;

import fds.feeds.text.Plain;
import fds.market.instrument.InstrumentType;

/**
 * What is traded under one symbol, as far as the venue's messages tell it.
 *
 * @param venue  its name.
 * @param symbol the venue's name of the instrument, at most 64 characters.
 * @param type   what it is.
 * @param base   base asset, empty when not told.
 * @param quote  asset of the prices; empty when price times quantity is no amount of it (contracts of another size).
 */
public record Listing(String venue, String symbol, InstrumentType type, String base, String quote)
{
    private static final int SYMBOL_MAX = 64;

    /** Checks the symbol. */
    public Listing
    {
        if (symbol.isEmpty() || symbol.length() > SYMBOL_MAX || !Plain.isWord(symbol))
        {
            throw Json.bad("symbol", symbol, "1 to " + SYMBOL_MAX + " characters without blanks");
        }
    }

    /**
     * A pair traded on the spot.
     *
     * @param venue  its name.
     * @param symbol the venue's name of the pair.
     * @param base   base asset, empty when not told.
     * @param quote  quote asset, empty when not told.
     * @return listing.
     */
    public static Listing spot(final String venue, final String symbol, final String base, final String quote)
    {
        return new Listing(venue, symbol, InstrumentType.SPOT, base, quote);
    }

    /**
     * A pair on the spot whose symbol has a mark between base and quote.
     *
     * @param venue  its name.
     * @param symbol such as {@code BTC-USD}.
     * @param mark   between the two.
     * @return listing; without the mark, base and quote are not told.
     */
    public static Listing pair(final String venue, final String symbol, final char mark)
    {
        final int at = symbol.indexOf(mark);
        return at < 0 ? spot(venue, symbol, "", "") :
            spot(venue, symbol, symbol.substring(0, at), symbol.substring(at + 1));
    }

    /**
     * A contract whose size in its base is not told, so that amounts of money are not known.
     *
     * @param venue  its name.
     * @param symbol the venue's name of the contract.
     * @param type   what it is.
     * @param base   base asset, empty when not told.
     * @return listing without quote.
     */
    public static Listing contract(
        final String venue, final String symbol, final InstrumentType type, final String base)
    {
        return new Listing(venue, symbol, type, base, "");
    }
}
