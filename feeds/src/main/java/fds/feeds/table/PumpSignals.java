package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** When Telegram channels told the coin of a pump, to the second. */
final class PumpSignals extends Table
{
    PumpSignals()
    {
        super("telegram-pump-signals", "channel_id", "session_id", "coin", "exchange", "pair", "timestamp");
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
        final String coin = row.need("coin");
        events.add(new Draft(Kind.SOCIAL, row.date("timestamp", 0)).on(coin, InstrumentType.ASSET, coin, "")
            .reference(row.need("channel_id") + "/" + row.need("session_id"))
            .reason("pump on " + row.need("exchange")));
    }
}
