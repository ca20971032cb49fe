package fds.market.partition;

import java.util.concurrent.TimeUnit;

import fds.market.features.BucketWindow;
import fds.market.features.TradingPhase;
import fds.market.trust.BookTrust;

/** Where the market's own words lie in the records of pairs, groups and instruments. */
final class Records
{
    static final int RECENCY = 16;

    // account × instrument
    static final long PAIR_KEY_MASK = 0xFFFF_FFFFL;
    static final int PAIR_GROUP_SLOT = 12; // int, slot + 1; upper half of the second key word
    static final int PAIR_GROUP = 24;
    static final int PAIR_GROUP_KIND = 32; // int
    static final int PAIR_ROLE = 36;       // int
    static final int PAIR_BYTES_WITHOUT_ORDERS = 40;
    static final int PAIR_LIVE_ORDERS = 40;
    static final int PAIR_LIVE_BUY = 48;
    static final int PAIR_LIVE_SELL = 56;
    static final int PAIR_BYTES = 64;

    // owner group × instrument
    static final long GROUP_KEY_MASK = -1L;
    static final int GROUP_LIVE_ORDERS = 24;
    static final int GROUP_LIVE_BUY = 32;
    static final int GROUP_LIVE_SELL = 40;
    static final int GROUP_NET = 48;
    static final int GROUP_FILL_CURSOR = 56;
    static final int GROUP_BYTES = 64;
    // cold, at 0: [(cursor % FILL_COUNT) * FILL_BYTES]: time, sequence, price, signed lots
    static final int FILL_BYTES = 32;
    static final int FILL_COUNT = 4;
    static final int GROUP_FILL_WORDS = FILL_COUNT * FILL_BYTES / 8;

    // instrument
    static final int FLAGS = 0;
    static final int LAST_PRICE = 8;
    static final int LAST_TRADE_TIME = 16;
    static final int MARK = 24;
    static final int INDEX = 32;
    static final int BBO_BID = 40;
    static final int BBO_ASK = 48;
    static final int PENDING_ORDER = 56;
    static final int BBO_BID_LOTS = 64;
    static final int BBO_ASK_LOTS = 72;
    static final int SIZE_SUM = 80;
    static final int SIZE_COUNT = 88;
    static final int MESSAGE_COUNT = 96;
    static final int BASELINE_TIME = 104;
    static final int RETURN_SECOND = 112;
    static final int LAST_TRADE_SEQUENCE = 120;

    static final BucketWindow FIVE_MINUTES = new BucketWindow(10, TimeUnit.SECONDS.toNanos(30));
    static final BucketWindow DAY = new BucketWindow(24, TimeUnit.HOURS.toNanos(1));
    static final int RETURN_SECONDS = 64;

    static final int LOTS_5M = 128;
    static final int NOTIONAL_5M = LOTS_5M + FIVE_MINUTES.words() * 8;
    static final int LOTS_DAY = NOTIONAL_5M + FIVE_MINUTES.words() * 8;
    static final int NOTIONAL_DAY = LOTS_DAY + DAY.words() * 8;
    static final int RETURNS = NOTIONAL_DAY + DAY.words() * 8; // [second % RETURN_SECONDS]
    static final int TRUST = RETURNS + RETURN_SECONDS * 8;
    static final int LIVE_ORDERS = TRUST + BookTrust.WORDS * 8; // int, then accounts that have any
    static final int LIVE_ACCOUNTS = LIVE_ORDERS + 4;
    static final int PHASE = LIVE_ORDERS + 8;
    static final int INSTRUMENT_BYTES = PHASE + TradingPhase.WORDS * 8;

    // behind the market's own words of an instrument, where moves are kept: two windows
    static final BucketWindow MOVES = new BucketWindow(30, TimeUnit.SECONDS.toNanos(1));
    static final int ASK_RISES = INSTRUMENT_BYTES;
    static final int BID_FALLS = ASK_RISES + MOVES.words() * 8;
    static final int MOVE_WORDS = 2 * MOVES.words();

    static final long FLAG_KNOWN = 1;
    static final long FLAG_BY_LEVEL = BookTrust.FLAG_BY_LEVEL; // 8 and up are of the book's trust
    static final long FLAG_LEVELS_DROPPED = 4;

    private Records()
    {
    }
}
