package fds.feeds.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import fds.feeds.draft.Draft;
import fds.feeds.instrument.InstrumentCatalog;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/**
 * Funding rates of one venue, named in the file's name, with dates of a clock that the venue's settlement hours tell.
 */
final class FundingHistory extends Table
{
    private static final Set<String> IN_UTC = Set.of("DYDX", "GATE");
    private static final int HOURS_AHEAD = 3;

    FundingHistory()
    {
        super("funding-history", "Symbol", "Date", "Funding Rate");
    }

    @Override
    public String venue(final String fileName)
    {
        final String[] words = fileName.split("_");
        return words.length > 2 ? words[1].toUpperCase(Locale.ROOT) : InstrumentCatalog.DEFAULT_VENUE;
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final int hoursAhead = IN_UTC.contains(venue(fileName)) ? 0 : HOURS_AHEAD;
        final String symbol = row.need("Symbol");
        final String[] assets = symbol.split("-", 2);
        events.add(new Draft(Kind.FUNDING, row.date("Date", hoursAhead))
            .on(symbol, InstrumentType.PERP, assets[0], assets.length > 1 ? assets[1] : "")
            .value(row.number("Funding Rate")));
    }
}
