package fds.feeds.lobster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;

/**
 * What only the name of a message file tells: {@code AAPL_2012-06-21_34200000_57600000_message_10.csv} is AAPL on that
 * day, and times in it count from midnight in New York.
 *
 * @param symbol        of the share.
 * @param midnightNanos UTC nanoseconds since 1970 of the day's begin.
 */
public record RecordedDay(String symbol, long midnightNanos)
{
    private static final Pattern NAME = Pattern.compile(
        "([A-Z][A-Z0-9.-]{0,15})_(\\d{4}-\\d\\d-\\d\\d)(_\\d+_\\d+)?_message(_\\d+)?\\.csv(\\.gz)?");
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final int YEAR_MIN = 1971;
    private static final int YEAR_MAX = 2100;

    /**
     * Whether a file is named as a message file.
     *
     * @param fileName without its directory.
     * @return true when symbol and day can be read from it.
     */
    public static boolean isTold(final String fileName)
    {
        return NAME.matcher(fileName).matches();
    }

    /**
     * Read the name.
     *
     * @param source a message file.
     * @return symbol and day.
     * @throws BadInputException when the name tells none, as standard input's does not.
     */
    static RecordedDay of(final ByteSource source)
    {
        final String name = source.path() == null ? source.name() : source.path().getFileName().toString();
        final Matcher matcher = NAME.matcher(name);
        if (matcher.matches())
        {
            try
            {
                final LocalDate day = LocalDate.parse(matcher.group(2));
                if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX)
                {
                    return new RecordedDay(matcher.group(1),
                        day.atStartOfDay(EXCHANGE).toEpochSecond() * 1_000_000_000);
                }
            }
            catch (final DateTimeException ex)
            {
                throw named(source, name);
            }
        }
        throw named(source, name);
    }

    private static BadInputException named(final ByteSource source, final String name)
    {
        return new BadInputException(source.name(), 1, "name", name,
            "SYMBOL_YYYY-MM-DD_..._message_LEVELS.csv: the symbol and the day stand nowhere else");
    }
}
