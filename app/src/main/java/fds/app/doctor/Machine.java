package fds.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel tells in {@code /proc} and {@code /sys}. Whatever is not there is empty.
 *
 * @param root of the file system; tests give one of their own.
 */
record Machine(Path root)
{
    /**
     * A file's content.
     *
     * @param file below the root, without a leading slash.
     * @return stripped; empty when it cannot be read.
     */
    String text(final String file)
    {
        try
        {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8).strip();
        }
        catch (final IOException | RuntimeException absent)
        {
            return "";
        }
    }

    /** The word in brackets of a choice, as in {@code always [madvise] never}; empty when there is none. */
    String chosen(final String file)
    {
        final String text = text(file);
        final int open = text.indexOf('[');
        final int close = text.indexOf(']', open + 1);
        return open < 0 || close < 0 ? "" : text.substring(open + 1, close);
    }

    /** Numbers of a list as {@code 0-2,5}; empty for an empty list and for one that is not understood. */
    static List<Integer> numbers(final String list)
    {
        final List<Integer> numbers = new ArrayList<>();
        for (final String part : list.split(","))
        {
            if (part.matches("\\d{1,5}(-\\d{1,5})?"))
            {
                final String[] ends = part.split("-");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++)
                {
                    numbers.add(i);
                }
            }
        }
        return numbers;
    }

    /** A number behind a name and blanks, as in {@code /proc/meminfo}; -1 when it is not there. */
    long value(final String file, final String name)
    {
        return text(file).lines().filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()).replaceAll("[^0-9]", " ").strip().split(" ")[0])
            .filter(digits -> !digits.isEmpty()).mapToLong(Long::parseLong).findFirst().orElse(-1);
    }

    /** Directories below one, sorted by name. */
    List<String> directories(final String directory)
    {
        try (Stream<Path> entries = Files.list(root.resolve(directory)))
        {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList();
        }
        catch (final IOException absent)
        {
            return List.of();
        }
    }
}
