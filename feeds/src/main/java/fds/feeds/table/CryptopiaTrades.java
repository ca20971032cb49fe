package fds.feeds.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Prints of BVB on Cryptopia, the newest first, with the taker's side. Its clock shows UTC. */
final class CryptopiaTrades extends Table
{
    private static final String TIME = "TIMESTAMP";
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d/M/uuuu h:mm:ss a", Locale.ROOT);

    CryptopiaTrades()
    {
        super("cryptopia-trades", TIME, "TYPE", " PRICEBTC ", " AMOUNTBVB ", " TOTALBTC ");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public boolean isNewestFirst()
    {
        return true;
    }

    @Override
    public String venue(final String fileName)
    {
        return "CRYPTOPIA";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        events.add(new Draft(Kind.TRADE, time(row)).on("BVBBTC", InstrumentType.SPOT, "BVB", "BTC")
            .side(row.side("TYPE", "Buy", "Sell"))
            .price(row.number(" PRICEBTC ")).quantity(row.number(" AMOUNTBVB ")));
    }

    private static long time(final TableRow row)
    {
        try
        {
            final LocalDateTime time = LocalDateTime.parse(row.need(TIME).replace("  ", " "), CLOCK);
            if (time.getYear() > 1970 && time.getYear() < 2200)
            {
                return time.toEpochSecond(ZoneOffset.UTC) * SECOND_NANOS;
            }
        }
        catch (final DateTimeParseException ex)
        {
            throw row.bad(TIME, "a time such as 14/11/2018 8:22:20 PM");
        }
        throw row.bad(TIME, "a year from 1971 to 2199");
    }
}
