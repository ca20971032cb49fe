package fds.feeds.binance;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are one stream: those of one folder whose names differ only in the day, {@code _20240808} before the
 * first dot. They are read one behind the other by day, so that a book goes on over the end of a file.
 */
public final class StreamFiles
{
    private static final Pattern NAME = Pattern.compile("(.+)_(\\d{8})((?:\\..*)?)");

    private StreamFiles()
    {
    }

    /**
     * The stream a file belongs to.
     *
     * @param file path, null for a stream without one.
     * @return equal for files of one stream; null for a file that is a stream by itself.
     */
    public static String stream(final Path file)
    {
        final Matcher name = match(file);
        return name == null ? null :
            file.toAbsolutePath().normalize().resolveSibling(name.group(1) + name.group(3)).toString();
    }

    /**
     * The day a file is of.
     *
     * @param file whose {@link #stream} is not null.
     * @return eight digits.
     */
    public static String day(final Path file)
    {
        return match(file).group(2);
    }

    private static Matcher match(final Path file)
    {
        final Matcher name = file == null ? null : NAME.matcher(file.getFileName().toString());
        return name != null && name.matches() ? name : null;
    }
}
