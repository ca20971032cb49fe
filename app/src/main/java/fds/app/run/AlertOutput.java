package fds.app.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import fds.app.UsageException;
import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertFilter;
import fds.app.view.AlertJson;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.JournalTexts;
import fds.journal.format.SegmentFile;
import fds.market.door.FrameSink;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import org.agrona.DirectBuffer;

/**
 * Tells alerts as they are decided: a line for people when one opens, or every state of it as JSON, to a file or to
 * standard output. Decisions come on the account stage's thread, the texts behind ids on the journal stage's.
 */
public final class AlertOutput implements FrameSink, AutoCloseable
{
    private final JournalTexts texts = new JournalTexts(JournalTexts.ALERT_SPACES);
    private final AlertWords words;
    private final AlertJson json;
    private final AlertFilter filter;
    private final BookNotes books = new BookNotes();
    private final boolean asJson;
    private final Path file;
    private final Path unfinished;
    private final PrintStream out;

    /**
     * Make it.
     *
     * @param file   to write JSON lines to, or null: standard output.
     * @param json   whether standard output gets JSON.
     * @param filter of what is reported.
     * @param catalog of detectors.
     * @throws UsageException when the file cannot be written.
     */
    public AlertOutput(
        final Path file, final boolean json, final AlertFilter filter, final DetectorCatalog catalog)
    {
        this.words = new AlertWords(texts, catalog);
        this.json = new AlertJson(this.words);
        this.filter = filter;
        this.file = file;
        asJson = json || file != null;
        unfinished = file == null ? null : file.resolveSibling(file.getFileName() + ".unfinished");
        try
        {
            out = file == null ? System.out :
                new PrintStream(Files.newOutputStream(unfinished), false, StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UsageException("--alerts " + file + ": cannot be written: " + SegmentFile.reasonOf(e));
        }
    }

    /**
     * Takes events and control records, for the texts behind ids.
     *
     * @return to be shown every frame before the decisions it leads to.
     */
    public FrameSink events()
    {
        return new TextTap(texts);
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!AlertView.isAlert(buffer, offset))
        {
            books.onFrames(buffer, offset, length);
            return;
        }
        final AlertView alert = AlertView.decode(buffer, offset);
        if ((asJson || alert.state() == DetectionState.OPENED) && filter.accepts(alert, words))
        {
            out.println(asJson ? json.line(alert) : AlertLine.of(alert, words));
        }
    }

    @Override
    public void onBatchEnd()
    {
        // lines go out one by one
    }

    /**
     * When books were not to be trusted. Once the run is over.
     *
     * @return sentences for the operator, possibly none.
     */
    public List<String> bookNotes()
    {
        return books.sentences(texts);
    }

    /** The run has succeeded: the file gets its name. */
    public void finish()
    {
        out.flush();
        if (file != null)
        {
            out.close();
            if (out.checkError())
            {
                throw new UncheckedIOException(new IOException(file + ": cannot be written, is the disk full?"));
            }
            try
            {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close()
    {
        out.flush();
        if (file != null)
        {
            out.close();
            try
            {
                Files.deleteIfExists(unfinished);
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(unfinished + ": cannot be removed: " + e.getMessage(), e);
            }
        }
    }

    /** Shows control records to the texts; events name nothing by themselves, and come in runs. */
    static final class TextTap implements FrameSink
    {
        private final JournalTexts texts;

        TextTap(final JournalTexts texts)
        {
            this.texts = texts;
        }

        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            if (!MarketEvent.isEvent(buffer, offset))
            {
                texts.accept(buffer, offset);
            }
        }

        @Override
        public void onBatchEnd()
        {
            // nothing is kept back
        }
    }
}
