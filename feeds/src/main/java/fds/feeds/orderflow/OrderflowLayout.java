package fds.feeds.orderflow;

/** The 64-byte record: offsets and codes. Little endian; a field that a type does not use is zero. */
final class OrderflowLayout
{
    static final int LENGTH = 64;

    static final int SEQUENCE = 0;
    static final int TIMESTAMP_NANOS = 8;
    static final int ORDER_ID = 16; // TRADE: the taker's
    static final int COUNTER_ORDER_ID = 24; // TRADE: the maker's
    static final int PRICE_TICKS = 32; // BOOK: best bid
    static final int QUANTITY_LOTS = 40; // CANCEL: what is left; BOOK: spread in ticks
    static final int ACCOUNT_ID = 48; // TRADE: the taker
    static final int COUNTER_ACCOUNT_ID = 52; // TRADE: the maker
    static final int INSTRUMENT_ID = 56;
    static final int TYPE = 60;
    static final int SIDE = 61;
    static final int FLAGS = 62;

    static final int ORDER_NEW = 1;
    static final int ORDER_CANCEL = 2;
    static final int ORDER_MODIFY = 3;
    static final int TRADE = 4;
    static final int BOOK = 5;
    static final int MARK = 6;
    static final int INDEX = 7;

    static final String EVENTS_FILE = "events.bin";
    static final String OWNERS_FILE = "owners.bin";
    static final String LABELS_FILE = "labels.csv";
    static final String META_FILE = "meta.txt";

    private OrderflowLayout()
    {
    }
}
