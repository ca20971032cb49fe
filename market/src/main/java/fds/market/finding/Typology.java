package fds.market.finding;

import java.util.Locale;

/** The patterns of abuse, in the trade's words. The ordinal is the code in the journal: append, never reorder. */
public enum Typology
{
    OTHER,
    WASH_TRADE,
    MATCHED_ORDERS,
    SPOOFING,
    LAYERING,
    QUOTE_STUFFING,
    MOMENTUM_IGNITION,
    RAMPING,
    PAINTING_THE_TAPE,
    MARKING_THE_CLOSE,
    PUMP_AND_DUMP,
    FRONT_RUNNING,
    FAT_FINGER,
    ORACLE_MANIPULATION,
    LIQUIDATION_ABUSE,
    CORNERING,
    INSIDER_DEALING,
    SANDWICH,
    ACCOUNT_TAKEOVER,
    MONEY_LAUNDERING,
    VOLUME_INFLATION,
    MARKET_CONDITION,
    ORDER_TO_TRADE_RATIO;

    private static final Typology[] VALUES = values();

    /**
     * The typology of a code.
     *
     * @param code as in the journal.
     * @return its typology; OTHER for a code of a newer version.
     */
    public static Typology of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : OTHER;
    }

    /**
     * The typology's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
