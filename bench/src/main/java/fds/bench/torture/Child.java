package fds.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, to be paused and killed. */
final class Child implements AutoCloseable
{
    private static final long PATIENCE_SECONDS = 120;

    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;

    Child(final List<String> command, final String shown, final java.util.Map<String, String> environment,
        final Path words)
    {
        this.command = shown;
        out = words.resolveSibling(words.getFileName() + ".out");
        err = words.resolveSibling(words.getFileName() + ".err");
        final ProcessBuilder builder =
            new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        try
        {
            process = builder.start();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot start " + String.join(" ", command), e);
        }
    }

    boolean isAlive()
    {
        return process.isAlive();
    }

    long pid()
    {
        return process.pid();
    }

    /** SIGKILL. */
    Said kill()
    {
        process.destroyForcibly();
        return await();
    }

    /** SIGSTOP, SIGCONT. */
    void signal(final String name)
    {
        try
        {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot send a signal", e);
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException("the torture was interrupted", e);
        }
    }

    /** Wait for its end. */
    Said await()
    {
        try
        {
            final boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            TortureException.check(isOver, Verdict.CONDUCT, "still runs after " + PATIENCE_SECONDS + " s: " + command);
            return new Said(command, process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot read what a command said", e);
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException("the torture was interrupted", e);
        }
    }

    @Override
    public void close()
    {
        process.destroyForcibly();
    }
}
