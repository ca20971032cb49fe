package fds.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every room must have on disk. Each question returns what is wrong, in words; an empty list is a tidy house. */
final class HouseFiles
{
    private static final int README_LINES_MAX = 40;
    private static final int COLUMNS_MAX = 120;

    private HouseFiles()
    {
    }

    /** The folder of the whole project: the nearest one upward that holds the rooms. */
    static Path root()
    {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("market/pom.xml")))
        {
            folder = folder.getParent();
            if (folder == null)
            {
                throw new IllegalStateException("no project above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    static List<String> readmesWrong(final Path root, final Iterable<String> rooms)
    {
        final List<String> wrong = new ArrayList<>();
        for (final String room : rooms)
        {
            final Path readme = root.resolve(room).resolve("README.md");
            if (!Files.isRegularFile(readme))
            {
                wrong.add(room + " has no README.md");
                continue;
            }
            final List<String> lines = lines(readme);
            if (lines.size() > README_LINES_MAX)
            {
                wrong.add(room + "/README.md has " + lines.size() + " lines: at most " + README_LINES_MAX);
            }
            if (lines.stream().noneMatch(line -> line.contains("mvn ")))
            {
                wrong.add(room + "/README.md names no command that tests the room");
            }
        }
        return wrong;
    }

    static List<String> packageInfosWrong(final Path root, final Iterable<String> rooms)
    {
        final List<String> wrong = new ArrayList<>();
        for (final String room : rooms)
        {
            final TreeSet<Path> folders = javaFiles(root.resolve(room).resolve("src/main/java")).stream()
                .map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
            for (final Path folder : folders)
            {
                final Path info = folder.resolve("package-info.java");
                if (!Files.isRegularFile(info))
                {
                    wrong.add(root.relativize(folder) + " has no package-info.java");
                }
                else if (!String.join(" ", lines(info)).matches("(?s).*/\\*\\*.{10,}\\..*\\*/.*package .*"))
                {
                    wrong.add(root.relativize(info) + " says nothing about its package");
                }
            }
        }
        return wrong;
    }

    static List<String> textWrong(final Path root, final Iterable<String> rooms)
    {
        final List<String> wrong = new ArrayList<>();
        for (final String room : rooms)
        {
            for (final Path file : javaFiles(root.resolve(room).resolve("src")))
            {
                final List<String> lines = lines(file);
                for (int i = 0; i < lines.size(); i++)
                {
                    final String why = lineWrong(lines.get(i));
                    if (why != null)
                    {
                        wrong.add(root.relativize(file) + ":" + (i + 1) + " " + why);
                    }
                }
            }
        }
        return wrong;
    }

    private static String lineWrong(final String line)
    {
        if (line.length() > COLUMNS_MAX)
        {
            return "is " + line.length() + " columns wide: at most " + COLUMNS_MAX;
        }
        if (line.indexOf('\t') >= 0)
        {
            return "has a tab";
        }
        if (line.matches(".*\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b.*"))
        {
            return "puts off work in a comment";
        }
        return line.endsWith(" ") ? "ends with a space" : null;
    }

    private static List<Path> javaFiles(final Path folder)
    {
        if (!Files.isDirectory(folder))
        {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder))
        {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().collect(Collectors.toList());
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(final Path file)
    {
        try
        {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
