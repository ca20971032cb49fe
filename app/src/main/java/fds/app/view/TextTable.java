package fds.app.view;

import java.util.ArrayList;
import java.util.List;

/** A table of aligned columns for terminals. Widths count East Asian wide characters as two. */
public final class TextTable
{
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] isRight;

    /**
     * With its header.
     *
     * @param headers one a column; a header that begins with {@code >} makes its column right-aligned.
     */
    public TextTable(final String... headers)
    {
        isRight = new boolean[headers.length];
        final String[] names = new String[headers.length];
        for (int i = 0; i < headers.length; i++)
        {
            isRight[i] = headers[i].startsWith(">");
            names[i] = isRight[i] ? headers[i].substring(1) : headers[i];
        }
        rows.add(names);
    }

    /**
     * Add a row.
     *
     * @param cells one a column; null is empty.
     */
    public void row(final String... cells)
    {
        final String[] printable = new String[isRight.length];
        for (int i = 0; i < printable.length; i++)
        {
            printable[i] = cells[i] == null ? "" : printable(cells[i]);
        }
        rows.add(printable);
    }

    /**
     * The table as lines.
     *
     * @param indent before each line.
     * @return without trailing blanks.
     */
    public List<String> lines(final String indent)
    {
        final int[] widths = new int[isRight.length];
        for (final String[] row : rows)
        {
            for (int i = 0; i < widths.length; i++)
            {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        final List<String> lines = new ArrayList<>();
        for (final String[] row : rows)
        {
            final StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++)
            {
                final String pad = " ".repeat(widths[i] - width(row[i]));
                line.append(i == 0 ? "" : GAP).append(isRight[i] ? pad : "").append(row[i])
                    .append(isRight[i] ? "" : pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /**
     * A text that cannot steer a terminal.
     *
     * @param text any, perhaps from a source that nobody checked.
     * @return control characters as {@code ?}.
     */
    public static String printable(final String text)
    {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
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
