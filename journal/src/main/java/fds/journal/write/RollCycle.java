package fds.journal.write;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import fds.journal.format.JournalException;
import net.openhft.chronicle.queue.RollCycles;

/**
 * How long one file of a queue is written to, in UTC. It decides nothing: the files of a queue in the order of their
 * names are one stream. A queue keeps the cycle that it was begun with, since names of two would not sort.
 */
public enum RollCycle
{
    /** A file a day. */
    DAILY(RollCycles.FAST_DAILY, "uuuuMMdd'F.cq4'", ChronoUnit.DAYS),

    /** A file an hour. */
    HOURLY(RollCycles.FAST_HOURLY, "uuuuMMdd-HH'F.cq4'", ChronoUnit.HOURS);

    private final RollCycles chronicle;
    private final DateTimeFormatter format;
    private final ChronoUnit unit;

    RollCycle(final RollCycles chronicle, final String pattern, final ChronoUnit unit)
    {
        this.chronicle = chronicle;
        format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        this.unit = unit;
    }

    RollCycles chronicle()
    {
        return chronicle;
    }

    /** Name of the file that is written to at a time. */
    String fileAt(final long millis)
    {
        return format.format(start(millis).atOffset(ZoneOffset.UTC));
    }

    /** When the file after the one of a time begins. */
    long nextStart(final long millis)
    {
        return start(millis).plus(1, unit).toEpochMilli();
    }

    /**
     * When a file of this cycle began.
     *
     * @throws JournalException when its name is of another cycle.
     */
    long startOf(final Path file)
    {
        final String name = file.getFileName().toString();
        try
        {
            return (unit == ChronoUnit.DAYS ? LocalDate.parse(name, format).atStartOfDay() :
                LocalDateTime.parse(name, format)).toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        catch (final DateTimeParseException e)
        {
            throw new JournalException("Journal file " + file + " is not of the cycle " +
                name().toLowerCase(Locale.ROOT) + ": a journal keeps the cycle that it was begun with.", e);
        }
    }

    private Instant start(final long millis)
    {
        return Instant.ofEpochMilli(millis).truncatedTo(unit);
    }
}
