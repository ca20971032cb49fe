package fds.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the sender of events was told: the file of {@code fds run --acks}. It is the sender's: no fault touches it. */
final class Acks
{
    private final Path file;

    Acks(final Path file)
    {
        this.file = file;
    }

    Path file()
    {
        return file;
    }

    /** The highest sequence that any run acknowledged, or 0. */
    long last()
    {
        if (!Files.exists(file))
        {
            return 0;
        }
        try
        {
            long last = 0;
            final String text = Files.readString(file, StandardCharsets.US_ASCII);
            // What a dead run did not write to the end of its line was not told.
            for (final String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))
            {
                last = line.isEmpty() ? last : Math.max(last, Long.parseLong(line));
            }
            return last;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
