package fds.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.app.UsageException;
import fds.journal.read.EventReader;
import fds.market.door.FrameSource;

/** Tells whether an input is a journal of this program, and opens it. */
public final class JournalInput
{
    private JournalInput()
    {
    }

    /**
     * Whether the inputs are one journal.
     *
     * @param inputs of a command.
     * @param format as asked for.
     * @return true when it is to be replayed frame by frame.
     * @throws UsageException when a journal stands among other inputs, or what was called one is none.
     */
    public static boolean isJournal(final List<Path> inputs, final String format)
    {
        final boolean any = inputs.stream().anyMatch(JournalInput::looksLikeOne);
        if (format.equals("journal") && !any)
        {
            throw new UsageException(inputs.get(0) + ": not a journal: there is no directory events in it");
        }
        if (any && inputs.size() > 1)
        {
            throw new UsageException(inputs.size() + " inputs, and one of them is a journal: must be alone");
        }
        return any && (format.equals("journal") || format.equals("auto"));
    }

    /**
     * Whether a path is a directory with a journal in it.
     *
     * @param path any.
     * @return true when it is.
     */
    public static boolean looksLikeOne(final Path path)
    {
        return Files.isDirectory(path.resolve("events"));
    }

    /**
     * Open the one journal of a command.
     *
     * @param inputs as checked by {@link #isJournal}.
     * @return its events.
     */
    public static FrameSource open(final List<Path> inputs)
    {
        return new EventReader(inputs.get(0));
    }
}
