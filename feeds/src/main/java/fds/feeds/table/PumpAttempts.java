package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Telegram messages that their collectors took for pump attempts, with the coin. */
final class PumpAttempts extends Table
{
    PumpAttempts()
    {
        super("telegram-pump-attempts", "Channel ID", "Message ID", "Date", "Time", "Coin");
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
        final String coin = row.need("Coin");
        events.add(new Draft(Kind.SOCIAL, row.date("Date", "Time")).on(coin, InstrumentType.ASSET, coin, "")
            .reference(row.need("Channel ID") + "/" + row.need("Message ID")).reason("pump attempt"));
    }
}
