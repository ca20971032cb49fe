package fds.bench.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of recordings beside the project.
 *
 * @param path of it.
 */
public record RecordingFolder(Path path)
{
    private static final String NAME = "shared/data";

    /** Files that only speak of recordings. */
    private static final PathMatcher WORDS = FileSystems.getDefault().getPathMatcher("glob:{*.md,MANIFEST.tsv}");

    /**
     * Find it beside the project or above this directory.
     *
     * @return the folder, where there is one.
     */
    public static Optional<RecordingFolder> find()
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            if (Files.isDirectory(at.resolve(NAME)))
            {
                return Optional.of(new RecordingFolder(at.resolve(NAME)));
            }
        }
        return Optional.empty();
    }

    /**
     * Names of all its files of data.
     *
     * @return below it, sorted.
     */
    public List<String> names()
    {
        try (Stream<Path> files = Files.walk(path))
        {
            return files.filter(file -> Files.isRegularFile(file) && !WORDS.matches(file.getFileName()))
                .map(file -> path.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(path + ": cannot be walked: " + e.getMessage(), e);
        }
    }

    /**
     * The files that a name or a pattern of a shell names.
     *
     * @param name below the folder.
     * @return files, sorted; none when it names none.
     */
    public List<Path> files(final String name)
    {
        final PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        return names().stream().filter(file -> matcher.matches(Path.of(file))).map(path::resolve).toList();
    }
}
