package fds.feeds;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Finds the recordings that stand beside the project, where there are any. */
public final class Recordings
{
    private Recordings()
    {
    }

    /** The path of a recording; the test is skipped when it is not there. */
    public static Path find(final String name)
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            final Path file = at.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file))
            {
                return file;
            }
        }
        Assumptions.abort("the recording shared/data/" + name + " is not beside the project");
        return null;
    }
}
