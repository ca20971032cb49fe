package fds.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;
import fds.app.view.Printer;

/**
 * Renews measured parts of the project's pages, each between two marks of its own: {@code <!-- begin NAME -->} and
 * {@code <!-- end NAME -->}. What people wrote around the marks stays.
 */
public final class MeasuredPage
{
    private MeasuredPage()
    {
    }

    /**
     * Put lines between the marks of a part.
     *
     * @param page  below the project's directory.
     * @param name  of the part.
     * @param lines that take the place of those that are there.
     * @throws UsageException when the page has no such marks.
     */
    public static void writePart(final String page, final String name, final List<String> lines)
    {
        final Path file = home().resolve(page);
        try
        {
            final List<String> text = new ArrayList<>(Files.readAllLines(file));
            final int begin = text.indexOf("<!-- begin " + name + " -->");
            final int end = text.indexOf("<!-- end " + name + " -->");
            if (begin < 0 || end < begin)
            {
                throw new UsageException(page + ": must have the lines <!-- begin " + name + " --> and <!-- end " +
                    name + " -->");
            }
            text.subList(begin + 1, end).clear();
            text.addAll(begin + 1, lines);
            write(file, text);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The project's directory.
     *
     * @return the nearest one upward that holds this room.
     * @throws UsageException when there is none.
     */
    public static Path home()
    {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isRegularFile(at.resolve("bench/pom.xml")))
        {
            at = at.getParent();
        }
        if (at == null)
        {
            throw new UsageException("this is not within the project: start the command in its directory");
        }
        return at;
    }

    static void write(final Path file, final List<String> lines)
    {
        try
        {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            Printer.tell("wrote " + file);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
