package fds.bench.suite;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import fds.feeds.csv.CsvWriter;
import fds.feeds.csv.IdTexts;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;

/** Recordings as normalized CSV, which any engine can read, in a folder of their own that goes when it is closed. */
public final class NormalizedInput implements AutoCloseable
{
    private final Path folder;

    /** With nothing in it. */
    public NormalizedInput()
    {
        try
        {
            folder = Files.createTempDirectory("fds-suite");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no directory for a suite's events: " + e.getMessage(), e);
        }
    }

    /**
     * Where the events stand.
     *
     * @return file, its companions beside it.
     */
    public Path events()
    {
        return folder.resolve("events.csv");
    }

    /**
     * Take recordings in place of what is there. What a format refuses is left out.
     *
     * @param files of one flow.
     * @return the events.
     */
    public Path of(final List<Path> files)
    {
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            Files.writeString(folder.resolve("instruments.csv"), CsvWriter.instrumentsCsv(feed.instruments()));
            Files.writeString(folder.resolve("accounts.csv"), CsvWriter.accountsCsv(feed.accounts()));
            final InboundEvent event = new InboundEvent();
            try (CsvWriter writer = new CsvWriter(new BufferedOutputStream(Files.newOutputStream(events())),
                feed.instruments(), feed.venues(), IdTexts.NONE))
            {
                while (next(feed, event))
                {
                    writer.write(event);
                }
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return events();
    }

    /**
     * Take rows in place of what is there.
     *
     * @param rows        with header.
     * @param instruments with header.
     * @param accounts    with header.
     * @return the events.
     */
    public Path of(final List<String> rows, final List<String> instruments, final List<String> accounts)
    {
        try
        {
            Files.write(events(), rows);
            Files.write(folder.resolve("instruments.csv"), instruments);
            Files.write(folder.resolve("accounts.csv"), accounts);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return events();
    }

    /**
     * Lines of a text file.
     *
     * @param file as it is, or with gzip.
     * @return all of them.
     */
    public static List<String> lines(final Path file)
    {
        try (InputStream in = Files.newInputStream(file);
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8)))
        {
            return reader.lines().collect(Collectors.toList());
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close()
    {
        try (Stream<Path> files = Files.list(folder))
        {
            files.forEach(file -> file.toFile().delete());
            Files.delete(folder);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private static boolean next(final InputFeed feed, final InboundEvent event)
    {
        while (true)
        {
            try
            {
                event.clear();
                return feed.next(event);
            }
            catch (final BadInputException refused)
            {
                continue; // a message that the format refuses is no event
            }
        }
    }
}
