package fds.feeds.csv;

import java.util.Locale;

/** The columns of the normalized CSV, in the order in which the writer puts them. */
enum Column
{
    TIMESTAMP_NS,
    RECEIVE_NS,
    KIND,
    VENUE,
    INSTRUMENT,
    ORDER_ID,
    ACCOUNT,
    COUNTER_ORDER_ID,
    COUNTER_ACCOUNT,
    SIDE,
    PRICE,
    QUANTITY,
    VALUE,
    REF,
    REASON,
    FLAGS;

    private static final Column[] ALL = values();

    String header()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    int bit()
    {
        return 1 << ordinal();
    }

    static Column at(final int ordinal)
    {
        return ALL[ordinal];
    }

    static String[] headers()
    {
        final String[] headers = new String[ALL.length];
        for (final Column column : ALL)
        {
            headers[column.ordinal()] = column.header();
        }
        return headers;
    }

    static int bits(final Column... columns)
    {
        int bits = 0;
        for (final Column column : columns)
        {
            bits |= column.bit();
        }
        return bits;
    }
}
