package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.instrument.InstrumentCatalog;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/**
 * One-minute bars of a perpetual: the close is told as an ORACLE price with its source, as a bar tells no trade and
 * no mark.
 */
final class MinuteBars extends Table
{
    MinuteBars()
    {
        super("minute-bars", "timestamp", "open", "high", "low", "close", "volume");
    }

    @Override
    public String venue(final String fileName)
    {
        return InstrumentCatalog.DEFAULT_VENUE;
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        events.add(new Draft(Kind.ORACLE, row.date("timestamp", 0))
            .on("BTC-PERP", InstrumentType.PERP, "BTC", "USD").price(row.number("close"))
            .reference("minute bar close"));
    }
}
