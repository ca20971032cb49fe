package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** When groups on Telegram held a pump, to the minute; of some the coin is not told. */
final class PumpDates extends Table
{
    PumpDates()
    {
        super("telegram-pump-dates", "symbol", "group", "date", "hour", "exchange");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return "TELEGRAM";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final Draft draft = new Draft(Kind.SOCIAL, row.date("date", "hour")).reference(row.need("group"))
            .reason("pump on " + row.need("exchange"));
        final String coin = row.text("symbol");
        events.add(coin.isEmpty() ? draft : draft.on(row.need("symbol"), InstrumentType.ASSET, coin, ""));
    }
}
