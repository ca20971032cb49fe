package fds.actions.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of 64 KiB that can really be filled. Needs root. */
final class FullDisk implements AutoCloseable
{
    private final Path path;

    private FullDisk(final Path path)
    {
        this.path = path;
    }

    /** Mount one below a directory, or return null where that is not allowed. */
    static FullDisk mount(final Path directory)
    {
        try
        {
            final Path path = Files.createDirectory(directory.resolve("disk"));
            return run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path.toString()) == 0 ?
                new FullDisk(path) : null;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    Path path()
    {
        return path;
    }

    @Override
    public void close()
    {
        run("umount", path.toString());
    }

    private static int run(final String... command)
    {
        try
        {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
        catch (final IOException e)
        {
            return -1;
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
