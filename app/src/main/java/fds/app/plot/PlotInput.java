package fds.app.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;

import fds.app.run.JournalInput;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.FrameSink;

/**
 * An input that can be gone through more than once, always in the same order and with the same ids: a journal as it
 * stands, anything else as the engine would journal it. Standard input is put into a temporary file first.
 */
public final class PlotInput implements FrameInput, AutoCloseable
{
    private final List<Path> inputs;
    private final String format;
    private final FeedOptions options;
    private final Settings settings;
    private final Supplier<Rejects> newRejects;
    private Path spooled; // standard input, once read
    private boolean hasToldNotes;

    /**
     * Name an input.
     *
     * @param inputs     as for a replay.
     * @param format     {@code auto} or one of the formats.
     * @param options    companions.
     * @param settings   of the engine that orders the events.
     * @param newRejects makes what is told of bad rows, for each time the input is read.
     */
    public PlotInput(
        final List<Path> inputs,
        final String format,
        final FeedOptions options,
        final Settings settings,
        final Supplier<Rejects> newRejects)
    {
        this.inputs = inputs;
        this.format = format;
        this.options = options;
        this.settings = settings.with(settings.engine().with(Threading.parse("inline")));
        this.newRejects = newRejects;
    }

    @Override
    public void read(final FrameSink sink)
    {
        if (JournalInput.isJournal(inputs, format))
        {
            new JournalFrames(inputs).read(sink);
        }
        else
        {
            readFeed(sink);
        }
        hasToldNotes = true;
    }

    @Override
    public String name()
    {
        final String first = inputs.get(0).toString().equals("-") ? "standard input" :
            String.valueOf(inputs.get(0).toAbsolutePath().normalize().getFileName());
        return inputs.size() == 1 ? first : first + " and " + (inputs.size() - 1) + " more";
    }

    @Override
    public void close()
    {
        try
        {
            if (spooled != null)
            {
                Files.deleteIfExists(spooled);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(spooled + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private void readFeed(final FrameSink sink)
    {
        final Rejects rejects = newRejects.get();
        try (InputStream input = standardInput(); StopSignal stop = new StopSignal();
            InputFeed feed = Feeds.open(inputs, format,
                new FeedOptions(options.instruments(), options.accounts(), options.map(), input));
            Session session = Session.onlyShowing(settings, sink, rejects))
        {
            final int told = feed.notes().size();
            tell(feed.notes());
            try (Progress progress = new Progress(() -> "reading: " + session.taken() + " events"))
            {
                session.introduce(feed);
                session.read(feed, stop, 0);
            }
            tell(feed.notes().subList(told, feed.notes().size()));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
        if (rejects.count() > 0)
        {
            tell(List.of(rejects.count() + " rows were skipped, see " + rejects.file()));
        }
    }

    private InputStream standardInput() throws IOException
    {
        if (inputs.stream().noneMatch(input -> input.toString().equals("-")))
        {
            return InputStream.nullInputStream();
        }
        if (spooled == null)
        {
            spooled = Files.createTempFile("fds-plot", ".in");
            Files.copy(options.standardInput(), spooled, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.newInputStream(spooled);
    }

    private void tell(final List<String> notes)
    {
        if (!hasToldNotes)
        {
            notes.forEach(Printer::tell);
        }
    }
}
