package fds.app.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;
import fds.journal.seal.Anchor;
import fds.journal.seal.FileAnchor;

/** Anchors as the command line names them. */
public final class Anchors
{
    /** What can be given. */
    public static final String FORMS = "file:PATH";

    private Anchors()
    {
    }

    /**
     * Open anchors.
     *
     * @param names of them, as in {@link #FORMS}.
     * @return in the same order.
     * @throws UsageException when one is not understood.
     */
    public static List<Anchor> open(final List<String> names)
    {
        final List<Anchor> anchors = new ArrayList<>();
        for (final String name : names)
        {
            anchors.add(open(name));
        }
        return anchors;
    }

    private static Anchor open(final String name)
    {
        if (name.startsWith("file:") && name.length() > "file:".length())
        {
            return new FileAnchor(Path.of(name.substring("file:".length())));
        }
        throw new UsageException("--anchor is '" + name + "': must be " + FORMS);
    }
}
