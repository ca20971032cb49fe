package fds.market.event;

/**
 * The kinds of event, as the codes that stand in the journal. A code is never used again for something else.
 * <p>
 * What each kind means, and which columns it fills, is told in {@code market/EVENTS.md}.
 */
public final class Kind
{
    public static final int NEW = 1;
    public static final int ORDER_REQUEST = 2;
    public static final int REPLACE = 3;
    public static final int CANCEL = 4;
    public static final int REJECT = 5;
    public static final int TRADE = 6;
    public static final int TRADE_BUST = 7;
    public static final int BOOK = 8;
    public static final int BOOK_CLEAR = 9;
    public static final int BBO = 10;
    public static final int MARK = 11;
    public static final int INDEX = 12;
    public static final int INDEX_COMPONENT = 13;
    public static final int ORACLE = 14;
    public static final int FUNDING = 15;
    public static final int OPEN_INTEREST = 16;
    public static final int LIQUIDATION = 17;
    public static final int ADL = 18;
    public static final int POSITION = 19;
    public static final int MARGIN = 20;
    public static final int DEPOSIT = 21;
    public static final int WITHDRAW_REQUEST = 22;
    public static final int WITHDRAW = 23;
    public static final int TRANSFER = 24;
    public static final int LOGIN = 25;
    public static final int DEVICE_CHANGE = 26;
    public static final int API_KEY_CHANGE = 27;
    public static final int WALLET_STATUS = 28;
    public static final int HALT = 29;
    public static final int LISTING = 30;
    public static final int DELISTING = 31;
    public static final int NEWS = 32;
    public static final int SOCIAL = 33;
    public static final int REGULATORY = 34;
    public static final int RESET = 35;
    public static final int EXPIRY = 36;
    public static final int SETTLEMENT_WINDOW = 37;
    public static final int RATE = 38;
    public static final int OWNER_GROUP = 39;
    public static final int SWAP = 40;
    public static final int MINT = 41;
    public static final int BURN = 42;
    public static final int FLASH_LOAN = 43;
    public static final int BLOCK_END = 44;
    public static final int RETRACT = 45;
    public static final int FEED_STATUS = 46;
    public static final int GAP = 47;
    public static final int TICK = 60;
    public static final int CONTROL = 63;

    /** Codes are below this; a set of kinds fits a long. */
    public static final int COUNT = 64;

    private static final String[] NAMES = new String[COUNT];

    static
    {
        NAMES[NEW] = "NEW";
        NAMES[ORDER_REQUEST] = "ORDER_REQUEST";
        NAMES[REPLACE] = "REPLACE";
        NAMES[CANCEL] = "CANCEL";
        NAMES[REJECT] = "REJECT";
        NAMES[TRADE] = "TRADE";
        NAMES[TRADE_BUST] = "TRADE_BUST";
        NAMES[BOOK] = "BOOK";
        NAMES[BOOK_CLEAR] = "BOOK_CLEAR";
        NAMES[BBO] = "BBO";
        NAMES[MARK] = "MARK";
        NAMES[INDEX] = "INDEX";
        NAMES[INDEX_COMPONENT] = "INDEX_COMPONENT";
        NAMES[ORACLE] = "ORACLE";
        NAMES[FUNDING] = "FUNDING";
        NAMES[OPEN_INTEREST] = "OPEN_INTEREST";
        NAMES[LIQUIDATION] = "LIQUIDATION";
        NAMES[ADL] = "ADL";
        NAMES[POSITION] = "POSITION";
        NAMES[MARGIN] = "MARGIN";
        NAMES[DEPOSIT] = "DEPOSIT";
        NAMES[WITHDRAW_REQUEST] = "WITHDRAW_REQUEST";
        NAMES[WITHDRAW] = "WITHDRAW";
        NAMES[TRANSFER] = "TRANSFER";
        NAMES[LOGIN] = "LOGIN";
        NAMES[DEVICE_CHANGE] = "DEVICE_CHANGE";
        NAMES[API_KEY_CHANGE] = "API_KEY_CHANGE";
        NAMES[WALLET_STATUS] = "WALLET_STATUS";
        NAMES[HALT] = "HALT";
        NAMES[LISTING] = "LISTING";
        NAMES[DELISTING] = "DELISTING";
        NAMES[NEWS] = "NEWS";
        NAMES[SOCIAL] = "SOCIAL";
        NAMES[REGULATORY] = "REGULATORY";
        NAMES[RESET] = "RESET";
        NAMES[EXPIRY] = "EXPIRY";
        NAMES[SETTLEMENT_WINDOW] = "SETTLEMENT_WINDOW";
        NAMES[RATE] = "RATE";
        NAMES[OWNER_GROUP] = "OWNER_GROUP";
        NAMES[SWAP] = "SWAP";
        NAMES[MINT] = "MINT";
        NAMES[BURN] = "BURN";
        NAMES[FLASH_LOAN] = "FLASH_LOAN";
        NAMES[BLOCK_END] = "BLOCK_END";
        NAMES[RETRACT] = "RETRACT";
        NAMES[FEED_STATUS] = "FEED_STATUS";
        NAMES[GAP] = "GAP";
        NAMES[TICK] = "TICK";
        NAMES[CONTROL] = "CONTROL";
    }

    private Kind()
    {
    }

    /**
     * The name of a kind.
     *
     * @param kind a code.
     * @return its name, or null when no kind has this code.
     */
    public static String nameOf(final int kind)
    {
        return kind >= 0 && kind < COUNT ? NAMES[kind] : null;
    }

    /**
     * The code of a name. Not for the path.
     *
     * @param name as in {@code formats.md}, upper case.
     * @return its code, or 0 when there is no such kind.
     */
    public static int parse(final CharSequence name)
    {
        for (int kind = 1; kind < COUNT; kind++)
        {
            if (NAMES[kind] != null && NAMES[kind].contentEquals(name))
            {
                return kind;
            }
        }
        return 0;
    }

    /**
     * A set of kinds as bits.
     *
     * @param kinds codes.
     * @return bit {@code k} set for each kind {@code k}.
     */
    public static long mask(final int... kinds)
    {
        long mask = 0;
        for (final int kind : kinds)
        {
            mask |= 1L << kind;
        }
        return mask;
    }
}
