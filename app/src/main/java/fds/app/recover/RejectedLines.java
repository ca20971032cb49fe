package fds.app.recover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import fds.actions.file.FileLines;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/** How many rows a file of rejects holds up to where it was read; it is read on from there. Owned by one thread. */
public final class RejectedLines implements Keepsake
{
    /** Name of the file in the directory of a run. */
    public static final String FILE_NAME = "rejects.csv";

    /** Before the rule, in the column of fields, of what cleaning met: it is kept and not counted. */
    public static final String CLEANED = "cleaning: ";

    private static final long LOOK_BACK_BYTES = 16L << 20; // more than a feed can be ahead of its journal

    private final Path file;
    private final FileLines lines;
    private long count;

    /**
     * Begin at the file's first row.
     *
     * @param file need not be there.
     */
    public RejectedLines(final Path file)
    {
        this.file = file;
        lines = new FileLines(file);
    }

    /**
     * Read on to the end, the rows not far before included.
     *
     * @param row told each, those that were counted before included.
     * @return rows of the whole file that were refused.
     */
    public long readOn(final Consumer<String> row)
    {
        try
        {
            final long from = lines.position();
            lines.position(Math.max(0, from - LOOK_BACK_BYTES));
            if (lines.position() > 0)
            {
                lines.next(); // the end of a row, or a whole one
            }
            while (lines.position() < from)
            {
                row.accept(lines.next());
            }
            count(row);
            return count;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": rejects of the run before cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Behind the last whole row.
     *
     * @return bytes from the file's first.
     */
    public long position()
    {
        return lines.position();
    }

    @Override
    public int number()
    {
        return 2;
    }

    @Override
    public void write(final StateWriter state)
    {
        try
        {
            count(row ->
            {
                // counted
            });
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": rejects cannot be read: " + e.getMessage(), e);
        }
        state.putLong(lines.position());
        state.putLong(count);
    }

    @Override
    public void read(final StateReader state)
    {
        lines.position(state.getLong());
        count = state.getLong();
        if (lines.position() > file.toFile().length())
        {
            lines.position(0); // it was removed, or begun anew
            count = 0;
        }
    }

    private void count(final Consumer<String> row) throws IOException
    {
        if (lines.position() == 0)
        {
            lines.next(); // the names of the columns
        }
        for (String line = lines.next(); line != null; line = lines.next())
        {
            count += line.contains("," + CLEANED) ? 0 : 1;
            row.accept(line);
        }
    }
}
