package fds.feeds.binance;

import fds.market.event.Absent;
import fds.market.instrument.InstrumentType;

/** The venue's three markets, which number their books by different rules. */
enum BinanceMarket
{
    /** Numbered without holes: the next diff begins at the last one's end plus 1. */
    SPOT("BINANCE"),

    /** Futures margined in dollars: a diff names the end of the one before. */
    USD_MARGINED("BINANCE-USDM"),

    /** Futures margined in their coin: as above, quantities are contracts. */
    COIN_MARGINED("BINANCE-COINM");

    private final String venue;

    BinanceMarket(final String venue)
    {
        this.venue = venue;
    }

    /** Name of the venue. */
    String venue()
    {
        return venue;
    }

    /** What a symbol is: a delivery date behind an underscore tells a future. */
    InstrumentType typeOf(final String symbol)
    {
        final int at = symbol.lastIndexOf('_');
        return this == SPOT ? InstrumentType.SPOT :
            at >= 0 && symbol.substring(at + 1).matches("\\d{6}") ? InstrumentType.FUTURE : InstrumentType.PERP;
    }

    /** Whether nothing is missing between the snapshot and the first diff behind it. */
    boolean continuesSnapshot(final Rows diff, final long snapshotId)
    {
        return this == SPOT ? diff.firstId <= snapshotId + 1 :
            diff.firstId <= snapshotId || diff.previousId != Absent.VALUE && diff.previousId <= snapshotId;
    }

    /** Whether nothing is missing between a diff and the one before it. */
    boolean continuesDiff(final Rows diff, final long lastId)
    {
        return this == SPOT ? diff.firstId == lastId + 1 : diff.previousId == lastId;
    }

    /** How many numbers are missing before a diff that does not continue; 1 or more. */
    long missing(final Rows diff, final long lastId)
    {
        final long end = this == SPOT || diff.previousId == Absent.VALUE ? diff.firstId - 1 : diff.previousId;
        return Math.max(1, end - lastId);
    }
}
