package fds.app.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import fds.engine.FailureListener;

/** Writes why the engine failed, with sequence and stack, to {@code errors.log} beside the journal. */
final class ErrorLog implements FailureListener
{
    private final Path file;

    ErrorLog(final Path directory)
    {
        file = (directory == null ? Path.of("") : directory).resolve(directory == null ? "fds-errors.log" : "errors.log");
    }

    @Override
    public void onFailure(final String stage, final long sequence, final Throwable cause)
    {
        final StringWriter text = new StringWriter();
        final PrintWriter writer = new PrintWriter(text);
        writer.println(Instant.now() + " " + stage + " near event sequence " + sequence);
        cause.printStackTrace(writer);
        try
        {
            Files.writeString(file, text.toString(), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
            System.err.println("fds: the engine failed, see " + file);
        }
        catch (final IOException e)
        {
            System.err.println("fds: the engine failed, and " + file + " cannot be written (" + e.getMessage() + "): " +
                text);
        }
    }
}
