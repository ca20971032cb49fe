package fds.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import fds.app.UsageException;
import fds.engine.EngineFailedException;

/**
 * A directory that a command fills: it must be new or empty, and is removed again when the command does not succeed.
 */
public final class OutDirectory implements AutoCloseable
{
    private final Path path;
    private final boolean existed;
    private boolean keep;

    /**
     * Claim a directory.
     *
     * @param path   to fill, or null: none.
     * @param option it came from, for messages.
     * @throws UsageException when there is something in it already.
     */
    public OutDirectory(final Path path, final String option)
    {
        this.path = path;
        existed = path != null && Files.exists(path);
        if (existed)
        {
            try (Stream<Path> inside = Files.list(path))
            {
                if (inside.findAny().isPresent())
                {
                    throw new UsageException(option + " " + path +
                        ": there is something in it already; name a new one");
                }
            }
            catch (final IOException e)
            {
                throw new UsageException(option + " " + path + ": cannot be used: " + e.getMessage());
            }
        }
    }

    /**
     * The directory.
     *
     * @return path, or null.
     */
    public Path path()
    {
        return path;
    }

    /** The command has succeeded. */
    public void keep()
    {
        keep = true;
    }

    /**
     * Do the command's work. When the engine fails in it, what it journaled until then is kept, with its error log.
     *
     * @param work to do.
     * @param <T>  its result.
     * @return the result.
     * @throws EngineFailedException as the work did.
     */
    public <T> T keepingIfEngineFails(final Supplier<T> work)
    {
        try
        {
            return work.get();
        }
        catch (final EngineFailedException e)
        {
            keep = true;
            throw e;
        }
    }

    @Override
    public void close()
    {
        if (keep || path == null || !Files.exists(path))
        {
            return;
        }
        try (Stream<Path> inside = Files.walk(path))
        {
            final List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (final Path file : deepestFirst)
            {
                if (!existed || !file.equals(path))
                {
                    Files.deleteIfExists(file);
                }
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(path + ": half-written and cannot be removed: " + e.getMessage(), e);
        }
    }
}
