package fds.feeds.csv;

import static fds.feeds.csv.Column.ACCOUNT;
import static fds.feeds.csv.Column.COUNTER_ACCOUNT;
import static fds.feeds.csv.Column.COUNTER_ORDER_ID;
import static fds.feeds.csv.Column.INSTRUMENT;
import static fds.feeds.csv.Column.ORDER_ID;
import static fds.feeds.csv.Column.PRICE;
import static fds.feeds.csv.Column.QUANTITY;
import static fds.feeds.csv.Column.REASON;
import static fds.feeds.csv.Column.REF;
import static fds.feeds.csv.Column.SIDE;
import static fds.feeds.csv.Column.VALUE;

import fds.market.event.Kind;

/**
 * What a row of one kind holds: the single table by which the reader checks and the writer writes. Told for people in
 * {@code market/EVENTS.md}; a test holds the two together. Times, kind, venue and flags are allowed for every kind.
 *
 * @param kind             code.
 * @param required         bits of the columns that must not be empty.
 * @param optional         bits of the columns that may be empty; every other one must be.
 * @param quantityPositive true: 0 is refused as a quantity.
 * @param valueUnit        what {@code value} counts.
 * @param refIsTime        true: {@code ref} is a time and no text.
 */
public record KindRule(
    int kind, int required, int optional, boolean quantityPositive, ValueUnit valueUnit, boolean refIsTime)
{
    private static final int TEXTS = Column.bits(REF, REASON);
    private static final KindRule[] RULES = new KindRule[Kind.COUNT];

    static
    {
        final int order = Column.bits(ACCOUNT, PRICE, VALUE) | TEXTS;
        final int orderKeys = Column.bits(INSTRUMENT, ORDER_ID);
        final int on = Column.bits(INSTRUMENT);
        for (final int kind : new int[]{ Kind.NEW, Kind.ORDER_REQUEST })
        {
            positive(kind, orderKeys | Column.bits(SIDE, QUANTITY), order, ValueUnit.TICKS);
        }
        positive(Kind.REPLACE, orderKeys, order | Column.bits(COUNTER_ORDER_ID, SIDE, QUANTITY), ValueUnit.TICKS);
        rule(Kind.CANCEL, orderKeys, Column.bits(ACCOUNT, SIDE, PRICE, QUANTITY) | TEXTS, ValueUnit.NONE);
        rule(Kind.REJECT, on, order | Column.bits(ORDER_ID, COUNTER_ORDER_ID, SIDE, QUANTITY), ValueUnit.TICKS);
        positive(Kind.TRADE, on | Column.bits(PRICE, QUANTITY),
            Column.bits(ORDER_ID, ACCOUNT, COUNTER_ORDER_ID, COUNTER_ACCOUNT, SIDE) | TEXTS, ValueUnit.NONE);
        rule(Kind.TRADE_BUST, Column.bits(REF), Column.bits(INSTRUMENT, REASON), ValueUnit.NONE);
        rule(Kind.BOOK, on | Column.bits(SIDE, PRICE, QUANTITY), TEXTS, ValueUnit.NONE);
        rule(Kind.BOOK_CLEAR, on, Column.bits(SIDE) | TEXTS, ValueUnit.NONE);
        rule(Kind.BBO, on | Column.bits(SIDE), Column.bits(PRICE, QUANTITY) | TEXTS, ValueUnit.NONE);
        for (final int kind : new int[]{ Kind.MARK, Kind.INDEX, Kind.ORACLE, Kind.RATE })
        {
            rule(kind, on | Column.bits(PRICE), TEXTS, ValueUnit.NONE);
        }
        rule(Kind.INDEX_COMPONENT, on | Column.bits(PRICE), Column.bits(VALUE) | TEXTS, ValueUnit.WEIGHT);
        rule(Kind.FUNDING, on | Column.bits(VALUE), Column.bits(PRICE) | TEXTS, ValueUnit.RATE);
        rule(Kind.OPEN_INTEREST, on | Column.bits(QUANTITY), TEXTS, ValueUnit.NONE);
        positive(Kind.LIQUIDATION, on | Column.bits(SIDE, QUANTITY),
            Column.bits(ACCOUNT, ORDER_ID, PRICE, VALUE) | TEXTS, ValueUnit.TICKS);
        positive(Kind.ADL, on | Column.bits(QUANTITY), Column.bits(ACCOUNT, COUNTER_ACCOUNT, SIDE, PRICE) | TEXTS,
            ValueUnit.NONE);
        rule(Kind.POSITION, on | Column.bits(ACCOUNT, QUANTITY), Column.bits(SIDE, PRICE, VALUE) | TEXTS,
            ValueUnit.TICKS);
        rule(Kind.MARGIN, on | Column.bits(ACCOUNT, VALUE), TEXTS, ValueUnit.LOTS);
        for (final int kind : new int[]{ Kind.DEPOSIT, Kind.WITHDRAW_REQUEST, Kind.WITHDRAW })
        {
            positive(kind, on | Column.bits(ACCOUNT, QUANTITY), TEXTS, ValueUnit.NONE);
        }
        positive(Kind.TRANSFER, on | Column.bits(ACCOUNT, COUNTER_ACCOUNT, QUANTITY), TEXTS, ValueUnit.NONE);
        for (final int kind : new int[]{ Kind.LOGIN, Kind.DEVICE_CHANGE, Kind.API_KEY_CHANGE, Kind.OWNER_GROUP })
        {
            rule(kind, Column.bits(ACCOUNT), TEXTS, ValueUnit.NONE);
        }
        for (final int kind : new int[]{ Kind.WALLET_STATUS, Kind.HALT })
        {
            rule(kind, on | Column.bits(VALUE), TEXTS, ValueUnit.FLAG);
        }
        for (final int kind : new int[]{ Kind.LISTING, Kind.DELISTING })
        {
            rule(kind, on, Column.bits(VALUE) | TEXTS, ValueUnit.TIME);
        }
        for (final int kind : new int[]{ Kind.NEWS, Kind.SOCIAL, Kind.REGULATORY })
        {
            rule(kind, 0, Column.bits(INSTRUMENT, VALUE) | TEXTS, ValueUnit.SCORE);
        }
        for (final int kind : new int[]{ Kind.RESET, Kind.EXPIRY })
        {
            rule(kind, on | Column.bits(VALUE), TEXTS, ValueUnit.TIME);
        }
        RULES[Kind.SETTLEMENT_WINDOW] = new KindRule(Kind.SETTLEMENT_WINDOW, on | Column.bits(VALUE, REF),
            Column.bits(REASON), false, ValueUnit.TIME, true);
        positive(Kind.SWAP, on | Column.bits(SIDE, PRICE, QUANTITY),
            Column.bits(ORDER_ID, ACCOUNT, COUNTER_ACCOUNT, VALUE) | TEXTS, ValueUnit.INTEGER);
        for (final int kind : new int[]{ Kind.MINT, Kind.BURN })
        {
            positive(kind, on | Column.bits(QUANTITY), Column.bits(ORDER_ID, ACCOUNT, PRICE, VALUE) | TEXTS,
                ValueUnit.TICKS);
        }
        positive(Kind.FLASH_LOAN, on | Column.bits(QUANTITY), Column.bits(ORDER_ID, ACCOUNT) | TEXTS, ValueUnit.NONE);
        for (final int kind : new int[]{ Kind.BLOCK_END, Kind.RETRACT })
        {
            rule(kind, Column.bits(VALUE), Column.bits(INSTRUMENT) | TEXTS, ValueUnit.INTEGER);
        }
        for (final int kind : new int[]{ Kind.FEED_STATUS, Kind.GAP })
        {
            rule(kind, 0, Column.bits(INSTRUMENT, VALUE) | TEXTS, ValueUnit.INTEGER);
        }
    }

    /**
     * The rule of a kind.
     *
     * @param kind code.
     * @return null for a kind that is not in a CSV.
     */
    public static KindRule of(final int kind)
    {
        return kind < 0 || kind >= Kind.COUNT ? null : RULES[kind];
    }

    private static void rule(final int kind, final int required, final int optional, final ValueUnit unit)
    {
        RULES[kind] = new KindRule(kind, required, optional, false, unit, false);
    }

    private static void positive(final int kind, final int required, final int optional, final ValueUnit unit)
    {
        RULES[kind] = new KindRule(kind, required, optional, true, unit, false);
    }
}
