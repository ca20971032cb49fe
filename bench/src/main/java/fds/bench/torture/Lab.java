package fds.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where rounds are run, and how their processes are started: quickly, since there are thousands. */
final class Lab implements AutoCloseable
{
    private static final List<String> FLAGS = List.of(
        "-XX:-UseParallelGC", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Path home;
    private final Path directory;
    private final Path archive;

    /**
     * Make it.
     *
     * @param home      the project's root.
     * @param directory to work in; made, and removed at the end.
     */
    Lab(final Path home, final Path directory)
    {
        this.home = home;
        this.directory = directory;
        archive = directory.resolve("classes.jsa");
    }

    Path directory()
    {
        return directory;
    }

    Path home()
    {
        return home;
    }

    /** Keep the classes that a run loads, so that the next ones start in a third of the time. */
    void archiveClasses(final Workload workload)
    {
        final Path out = directory.resolve("archived");
        try (Child child = new Child(command(List.of("-XX:ArchiveClassesAtExit=" + archive),
            List.of("run", "--config", workload.config().toString(), "--out", out.toString())),
            "run", Map.of(), directory.resolve("archived-words")))
        {
            child.await().exits(0);
        }
        remove(out);
    }

    /** Start a command of fds. */
    Child start(final Path words, final Map<String, String> environment, final Object... args)
    {
        final List<String> texts = Stream.of(args).map(Object::toString).toList();
        final List<String> flags = Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
        return new Child(command(flags, texts), String.join(" ", texts), environment, words);
    }

    private List<String> command(final List<String> flags, final List<String> args)
    {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + home.resolve("config/jvm.options"));
        command.addAll(FLAGS);
        command.add("-Djava.io.tmpdir=" + directory); // an engine on a full disk leaves its error log there
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "fds.app.Fds"));
        command.addAll(args);
        return command;
    }

    @Override
    public void close()
    {
        remove(directory);
    }

    static void remove(final Path path)
    {
        if (!Files.exists(path))
        {
            return;
        }
        try (Stream<Path> files = Files.walk(path))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(path + ": cannot be removed", e);
        }
    }
}
