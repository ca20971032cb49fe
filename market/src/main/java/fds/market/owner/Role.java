package fds.market.owner;

/** What an account is to the venue. The ordinal is the code in the journal. */
public enum Role
{
    NONE,
    MARKET_MAKER,
    FUND,
    HOUSE,
    OTHER;

    /**
     * The role a word names.
     *
     * @param word as in {@code accounts.csv}.
     * @return its role; OTHER for a word of the venue's own, NONE for an empty one.
     */
    public static Role parse(final String word)
    {
        return switch (word)
        {
            case "" -> NONE;
            case "market_maker" -> MARKET_MAKER;
            case "fund" -> FUND;
            case "house" -> HOUSE;
            default -> OTHER;
        };
    }
}
