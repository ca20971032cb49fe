package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.instrument.InstrumentCatalog;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Single minutes in which a large coin rose or fell: the close is told, as of {@link MinuteBars}. */
final class SpikeBars extends Table
{
    SpikeBars()
    {
        super("spike-bars", "timestamp", "open", "high", "low", "close", "volume", "symbol", "return", "Type");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return InstrumentCatalog.DEFAULT_VENUE;
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final String symbol = row.need("symbol");
        final String[] assets = symbol.split("/", 2);
        events.add(new Draft(Kind.ORACLE, row.date("timestamp", 0))
            .on(symbol, InstrumentType.SPOT, assets[0], assets.length > 1 ? assets[1] : "")
            .price(row.number("close")).reference("minute bar close").reason(row.need("Type")));
    }
}
