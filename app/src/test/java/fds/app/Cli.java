package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Runs the fds command, in this JVM or in one of its own, and keeps what it said. */
final class Cli
{
    /** Capacities so small that every table evicts. */
    static final List<String> SMALL = List.of(
        "--set", "capacity.orders_per_partition=64", "--set", "capacity.pairs_per_partition=32",
        "--set", "capacity.groups_per_partition=32", "--set", "capacity.levels_per_side=8",
        "--set", "episodes.capacity=16");

    private static final long PATIENCE_SECONDS = 120;

    private Cli()
    {
    }

    /**
     * What a command said.
     *
     * @param command as given.
     * @param code    exit code.
     * @param out     standard output.
     * @param err     standard error.
     */
    record Result(String command, int code, String out, String err)
    {
        /** The exit code was this one; else everything is told. */
        Result exits(final int expected)
        {
            assertEquals(expected, code, toString());
            return this;
        }

        /** The command was refused in one line that has all of these in it. */
        Result refuses(final String... parts)
        {
            exits(ExitCode.USAGE);
            for (final String part : parts)
            {
                assertTrue(err.contains(part), "no '" + part + "' in " + this);
            }
            final List<String> lines = err.lines().filter(line -> !line.contains(": read as ")).toList();
            assertEquals(1, lines.size(), toString());
            assertTrue(lines.get(0).startsWith("fds: "), toString());
            return hasNoStackTraceLines();
        }

        Result hasNoStackTrace()
        {
            assertFalse(Pattern.compile("(?m)^\\s+at |Exception|Error:").matcher(err).find(), toString());
            return this;
        }

        /** An exception may be named, its stack stands in the error log. */
        Result hasNoStackTraceLines()
        {
            assertFalse(Pattern.compile("(?m)^\\s+at ").matcher(err).find(), toString());
            return this;
        }

        /** A value of the line that ends the output. */
        String value(final String key)
        {
            final Matcher matcher = Pattern.compile("(?:^| )" + key + "=(\\S+)").matcher(lastLine());
            assertTrue(matcher.find(), "no " + key + "= in " + this);
            return matcher.group(1);
        }

        long number(final String key)
        {
            return Long.parseLong(value(key));
        }

        String lastLine()
        {
            final List<String> lines = out.lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }

        @Override
        public String toString()
        {
            return "fds " + command + "\nexit " + code + "\nout: " + tail(out) + "\nerr: " + tail(err);
        }

        private static String tail(final String text)
        {
            return text.length() < 4_000 ? text :
                text.substring(0, 1_000) + " … " + text.substring(text.length() - 3_000);
        }
    }

    /** A command in a JVM of its own. */
    static final class Child implements AutoCloseable
    {
        private final List<String> command;
        private final Process process;
        private final Path out;
        private final Path err;

        private Child(final List<String> command, final Process process, final Path out, final Path err)
        {
            this.command = command;
            this.process = process;
            this.out = out;
            this.err = err;
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
        void kill() throws InterruptedException
        {
            process.destroyForcibly().waitFor();
        }

        /** SIGTERM. */
        Result terminate()
        {
            process.destroy();
            return await();
        }

        Result await()
        {
            try
            {
                final boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended)
                {
                    process.destroyForcibly().waitFor();
                }
                final Result result = new Result(String.join(" ", command), process.exitValue(), read(out), read(err));
                assertTrue(ended, "did not end in " + PATIENCE_SECONDS + " s: " + result);
                return result;
            }
            catch (final InterruptedException e)
            {
                throw new IllegalStateException(e);
            }
        }

        String errSoFar()
        {
            return read(err);
        }

        @Override
        public void close()
        {
            process.destroyForcibly();
        }

        private static String read(final Path file)
        {
            try
            {
                return Files.readString(file);
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In this JVM. */
    static Result run(final Object... arguments)
    {
        final String[] texts = cold(texts(arguments)).toArray(String[]::new);
        final PrintStream out = System.out;
        final PrintStream err = System.err;
        final ByteArrayOutputStream told = new ByteArrayOutputStream();
        final ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try
        {
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            final int code = Fds.run(texts);
            System.out.flush();
            System.err.flush();
            return new Result(String.join(" ", texts), code, told.toString(StandardCharsets.UTF_8),
                complained.toString(StandardCharsets.UTF_8));
        }
        finally
        {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** In a JVM of its own, of this JDK; its words go to files in a directory. */
    static Child start(final Path words, final Object... arguments) throws IOException
    {
        return start(Path.of(System.getProperty("java.home")), words, arguments);
    }

    /** In a JVM of its own, of another JDK. */
    static Child start(final Path javaHome, final Path words, final Object... arguments) throws IOException
    {
        final Path options = home().resolve("config/jvm.options");
        Assumptions.assumeTrue(Files.exists(options), "needs " + options);
        Files.createDirectories(words);
        final Path out = Files.createTempFile(words, "out", ".txt");
        final Path err = Files.createTempFile(words, "err", ".txt");
        final List<String> command = new ArrayList<>(List.of(
            javaHome.resolve("bin/java").toString(), "@" + options, "-Xmx1g", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), Fds.class.getName()));
        final List<String> texts = cold(texts(arguments));
        command.addAll(texts);
        final Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile())
            .directory(words.toFile()).start();
        return new Child(texts, process, out, err);
    }

    /** The project's root. */
    static Path home()
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            if (Files.exists(at.resolve("config/jvm.options")))
            {
                return at;
            }
        }
        throw new IllegalStateException("not run inside the project");
    }

    /** A recording beside the project; the test is skipped where there is none. */
    static Path recording(final String name)
    {
        for (Path at = home(); at != null; at = at.getParent())
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

    /** Remove a folder with all that is in it, if it is there. */
    static void remove(final Path folder) throws IOException
    {
        if (Files.exists(folder))
        {
            try (Stream<Path> files = Files.walk(folder))
            {
                for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
                {
                    Files.delete(file);
                }
            }
        }
    }

    /** Whether the long form of a test was asked for. */
    static boolean isLarge()
    {
        return "1".equals(System.getenv("FDS_LARGE"));
    }

    /** All arguments as texts, lists laid flat. */
    static List<String> texts(final Object... arguments)
    {
        final List<String> texts = new ArrayList<>();
        for (final Object argument : arguments)
        {
            if (argument instanceof List<?> list)
            {
                texts.addAll(texts(list.toArray()));
            }
            else
            {
                texts.add(argument.toString());
            }
        }
        return texts;
    }

    /** What warms up does so in five seconds for each of many short runs, unless told not to. */
    private static List<String> cold(final List<String> texts)
    {
        if (!texts.isEmpty() && texts.get(0).matches("run|demo") &&
            texts.stream().noneMatch(text -> text.contains("deployment.warm_up")))
        {
            texts.addAll(1, List.of("--set", "deployment.warm_up=0s"));
        }
        return texts;
    }

    /** Text of a small configuration file. */
    static String yaml(final Map<String, ?> values)
    {
        final StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
