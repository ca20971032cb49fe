package fds.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of aligned columns for terminals. Widths count East Asian wide characters as two. */
public final class TextTable
{
    private static final String GAP = "  ";
    private static final Pattern STEERING =
        Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] isRight;
    private final String[] names;
    private final int[] widths;

    /**
     * With its header.
     *
     * @param headers one a column; a header that begins with {@code >} makes its column right-aligned.
     */
    public TextTable(final String... headers)
    {
        isRight = new boolean[headers.length];
        names = new String[headers.length];
        widths = new int[headers.length];
        for (int i = 0; i < headers.length; i++)
        {
            isRight[i] = headers[i].startsWith(">");
            names[i] = isRight[i] ? headers[i].substring(1) : headers[i];
        }
        measure(names);
    }

    /**
     * Add a row to a table that is small enough to keep.
     *
     * @param cells one a column; null is empty.
     */
    public void row(final String... cells)
    {
        measure(cells);
        rows.add(cells);
    }

    /**
     * Make the columns wide enough for a row that is printed later.
     *
     * @param cells one a column; null is empty.
     */
    public void measure(final String... cells)
    {
        for (int i = 0; i < widths.length; i++)
        {
            widths[i] = Math.max(widths[i], width(printable(cells[i])));
        }
    }

    /**
     * The header as a line.
     *
     * @return without trailing blanks.
     */
    public String header()
    {
        return line(names);
    }

    /**
     * A row as a line.
     *
     * @param cells one a column; null is empty.
     * @return without trailing blanks.
     */
    public String line(final String... cells)
    {
        final StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++)
        {
            final String cell = printable(cells[i]);
            final String pad = " ".repeat(Math.max(0, widths[i] - width(cell)));
            line.append(i == 0 ? "" : GAP).append(isRight[i] ? pad : "").append(cell).append(isRight[i] ? "" : pad);
        }
        return line.toString().stripTrailing();
    }

    /**
     * Header and the rows that were added.
     *
     * @param indent before each line.
     * @return one a line.
     */
    public List<String> lines(final String indent)
    {
        final List<String> lines = new ArrayList<>();
        lines.add(indent + header());
        rows.forEach(row -> lines.add(indent + line(row)));
        return lines;
    }

    /**
     * A text that cannot steer a terminal.
     *
     * @param text any, perhaps from a source that nobody checked; null is empty.
     * @return control characters, and those that turn the direction of writing, as {@code ?}.
     */
    public static String printable(final String text)
    {
        return text == null ? "" : STEERING.matcher(text).replaceAll("?");
    }

    /**
     * A long name made short.
     *
     * @param name   any.
     * @param length most characters, 8 or more.
     * @return its beginning and end.
     */
    public static String shortened(final String name, final int length)
    {
        if (name.length() <= length)
        {
            return name;
        }
        final int end = (length - 2) / 2;
        return name.substring(0, length - 2 - end) + ".." + name.substring(name.length() - end);
    }

    private static int width(final String text)
    {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(final int c)
    {
        return c >= 0x1100 && (c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 ||
            c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60 ||
            c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD);
    }
}
