package fds.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command was told to write with {@code --out}: there whole, or not at all. */
final class OutFile
{
    private OutFile()
    {
    }

    /** Refuses at once what could not be written in the end. */
    static void requireWritable(final Path out)
    {
        final Path directory = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out) || directory == null || !Files.isDirectory(directory) ||
            !Files.isWritable(directory))
        {
            throw new UsageException("--out is '" + out + "': must be a file in a directory that can be written");
        }
    }

    /** Beside it first, so that a file that is there is whole. */
    static void write(final Path out, final byte[] bytes)
    {
        final Path part = out.resolveSibling(out.getFileName() + ".part");
        try
        {
            Files.write(part, bytes);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (final IOException e)
        {
            throw new UsageException("--out is '" + out + "': cannot be written: " + e.getMessage());
        }
    }
}
