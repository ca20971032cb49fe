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
        file = directory == null ? Path.of("fds-errors.log") : directory.resolve("errors.log");
    }

    @Override
    public void onFailure(final String stage, final long sequence, final Throwable cause)
    {
        final StringWriter text = new StringWriter();
        final PrintWriter writer = new PrintWriter(text);
        writer.println(Instant.now() + " " + stage + " near event sequence " + sequence);
        cause.printStackTrace(writer);
        // The disk that made the engine fail is often the one of the journal: then the log goes where there is room.
        final Path spare = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("fds-errors-" + ProcessHandle.current().pid() + ".log");
        if (!isWritten(file, text.toString()) && !isWritten(spare, text.toString()))
        {
            System.err.println("fds: the engine failed (" + cause + "), and neither " + file + " nor " + spare +
                " can be written");
        }
    }

    private static boolean isWritten(final Path file, final String text)
    {
        try
        {
            Files.writeString(
                file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.err.println("fds: the engine failed, see " + file);
            return true;
        }
        catch (final IOException e)
        {
            return false;
        }
    }
}
