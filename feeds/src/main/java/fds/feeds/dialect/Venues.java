package fds.feeds.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fds.feeds.raw.Dialect;
import fds.feeds.raw.RawFeed;
import fds.feeds.raw.RawLines;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Told;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;

/**
 * Recognises the venue of a recording of messages. The address of its connection tells it; or else the name of the
 * file, where the venue of that name understands a message of it; or else the venue that understands most of its first
 * messages, and more than any other.
 */
public final class Venues
{
    private static final int LINES_LOOKED_AT = 64;
    private static final int BYTES_LOOKED_AT = 32 << 20;
    private static final Pattern STREAM = Pattern.compile("([^.]+)\\.(?:ws|http)\\..*");

    /** A venue, and how it was recognised. */
    private record Recognised(Venue venue, String why)
    {
    }

    private Venues()
    {
    }

    /**
     * How the venue of a recording was recognised.
     *
     * @param source of a recording.
     * @return words; null when no venue is recognised.
     */
    public static String recognise(final ByteSource source)
    {
        final Recognised recognised = find(source);
        return recognised == null ? null : recognised.why;
    }

    /**
     * Open a recording.
     *
     * @param sources files of one stream.
     * @return its events.
     * @throws BadInputException when no venue is recognised.
     */
    public static InputFeed open(final List<ByteSource> sources)
    {
        final Recognised recognised = find(sources.get(0));
        if (recognised == null)
        {
            throw noReader(sources.get(0));
        }
        return new RawFeed(sources, recognised.venue.dialect());
    }

    /**
     * That a recording is of a venue without a reader.
     *
     * @param source of it.
     * @return to throw; names the venue as the file's name does.
     */
    public static BadInputException noReader(final ByteSource source)
    {
        final String name = source.path() == null ? source.name() : source.path().getFileName().toString();
        final int end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        return new BadInputException(source.name(), 1, "venue", name.substring(0, end),
            "messages of a venue that has a reader: " + Arrays.stream(Venue.values()).map(Venue::word)
                .collect(Collectors.joining(" ")));
    }

    /**
     * The stream a file belongs to: connections and answers of one venue recorded side by side.
     *
     * @param file path, null for a stream without one.
     * @return equal for files of one stream; null for a file that is a stream by itself.
     */
    public static String stream(final Path file)
    {
        final Matcher name = file == null ? null : STREAM.matcher(file.getFileName().toString());
        return name == null || !name.matches() ? null :
            file.toAbsolutePath().normalize().resolveSibling(name.group(1)).toString();
    }

    private static Recognised find(final ByteSource source)
    {
        final List<Recorded> first = first(source);
        final String name = source.path() == null ? "" : source.path().getFileName().toString();
        for (final Recorded line : first)
        {
            for (final Venue venue : Venue.values())
            {
                if (!line.url().isEmpty() && venue.isAt(line.url()))
                {
                    return new Recognised(venue, "its address is " + venue.word() + "'s");
                }
            }
        }
        final Venue named = Arrays.stream(Venue.values()).filter(venue -> venue.lettersIn(name) > 0)
            .max(Comparator.comparingInt(venue -> venue.lettersIn(name))).orElse(null);
        if (named != null && (first.isEmpty() || understood(named, first) > 0))
        {
            return new Recognised(named, "its name and its messages are " + named.word() + "'s");
        }
        return mostUnderstood(first);
    }

    private static Recognised mostUnderstood(final List<Recorded> first)
    {
        Venue best = null;
        int most = 0;
        boolean isTie = false;
        for (final Venue venue : Venue.values())
        {
            final int count = understood(venue, first);
            isTie = count > most ? false : isTie || count == most && count > 0;
            best = count > most ? venue : best;
            most = Math.max(most, count);
        }
        return best == null || isTie ? null : new Recognised(best,
            most + " of its first " + first.size() + " messages are " + best.word() + "'s");
    }

    /** How many messages a venue's dialect reads events from. */
    private static int understood(final Venue venue, final List<Recorded> lines)
    {
        final Dialect dialect = venue.dialect().get();
        int count = 0;
        for (final Recorded line : lines)
        {
            if (line.direction() == Recorded.Direction.RECEIVED || line.direction() == Recorded.Direction.ANSWERED)
            {
                final Told told = new Told();
                try
                {
                    dialect.read(line, told);
                    count += told.hasEvents() ? 1 : 0;
                }
                catch (final BadInputException ex)
                {
                    continue; // not a message of this venue
                }
            }
        }
        return count;
    }

    private static List<Recorded> first(final ByteSource source)
    {
        final List<Recorded> first = new ArrayList<>();
        try (RawLines lines = new RawLines(source.peek(LINES_LOOKED_AT, BYTES_LOOKED_AT), source.name()))
        {
            for (int i = 0; i < LINES_LOOKED_AT; i++)
            {
                try
                {
                    if (!lines.next())
                    {
                        return first;
                    }
                    first.add(lines.recorded());
                }
                catch (final BadInputException ex)
                {
                    continue; // comes again when the messages are read
                }
            }
        }
        return first;
    }
}
