package fds.bench.latency;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import fds.bench.replays.Replay;
import fds.engine.EngineFailedException;

/** Runs a measurement in a virtual machine of its own, with the flags of this one. */
final class Fork
{
    private final Path scratch;

    /** Under a directory, which must be on the disk that a journal is to be measured on. */
    Fork(final Path scratch)
    {
        this.scratch = scratch;
    }

    /**
     * Run a program that takes a file to read, a file to write and a directory.
     *
     * @param program with a main.
     * @param asked   what it reads.
     * @return what it wrote.
     */
    Properties run(final Class<?> program, final Properties asked)
    {
        Path directory = null;
        try
        {
            directory = Files.createTempDirectory(Files.createDirectories(scratch), "run-");
            final Path in = directory.resolve("asked");
            final Path out = directory.resolve("told");
            try (Writer writer = Files.newBufferedWriter(in))
            {
                asked.store(writer, null);
            }
            final Process process = new ProcessBuilder(command(program, in, out, directory)).inheritIO().start();
            final int code = await(process);
            if (code != 0)
            {
                throw new EngineFailedException("the measurement ended with exit code " + code, null);
            }
            final Properties told = new Properties();
            try (Reader reader = Files.newBufferedReader(out))
            {
                told.load(reader);
            }
            return told;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(scratch + ": " + e.getMessage(), e);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new EngineFailedException("interrupted", e);
        }
        finally
        {
            if (directory != null)
            {
                Replay.remove(directory);
            }
        }
    }

    /** Wait for the end of it; it must not outlive us. */
    private static int await(final Process process) throws InterruptedException
    {
        final Thread hook = new Thread(process::destroy, "fds-fork");
        Runtime.getRuntime().addShutdownHook(hook);
        final int code = process.waitFor();
        try
        {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        catch (final IllegalStateException endingAlready)
        {
            // The hook has ended it.
        }
        return code;
    }

    private static List<String> command(final Class<?> program, final Path in, final Path out, final Path directory)
    {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // Threads of the virtual machine are there from the start, so that their time is known as our own.
        command.add("-XX:-UseDynamicNumberOfCompilerThreads");
        command.add("-XX:-UseDynamicNumberOfGCThreads");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.add(in.toString());
        command.add(out.toString());
        command.add(directory.toString());
        return command;
    }
}
