package fds.app.view;

/**
 * Builds CSV that a spreadsheet opens without harm (RFC 4180): a text that a spreadsheet would run as a formula, or
 * would take for a number and mangle, gets an apostrophe in front.
 */
public final class SafeCsv
{
    /** First character of the file: tells spreadsheets that it is UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int EXACT_DIGITS = 15;

    private final StringBuilder row = new StringBuilder(256);

    /**
     * Add a text.
     *
     * @param text any; null is an empty cell.
     * @return this.
     */
    public SafeCsv text(final String text)
    {
        final String plain = text == null ? "" : text;
        return cell(isDangerous(plain) || isMangled(plain) ? "'" + plain : plain);
    }

    /**
     * Add a number, or decimal text that is one.
     *
     * @param number any.
     * @return this.
     */
    public SafeCsv number(final Object number)
    {
        return cell(String.valueOf(number));
    }

    /**
     * The row so far, and an empty one to go on with.
     *
     * @return with its line end.
     */
    public String end()
    {
        final String text = row.append("\r\n").toString();
        row.setLength(0);
        return text;
    }

    private SafeCsv cell(final String text)
    {
        if (row.length() > 0)
        {
            row.append(',');
        }
        else if (text.isEmpty())
        {
            // An empty first cell must be seen as one.
            row.append("\"\"");
            return this;
        }
        final boolean needsQuotes = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ||
            !text.equals(text.strip());
        if (needsQuotes)
        {
            row.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
        else
        {
            row.append(text);
        }
        return this;
    }

    private static boolean isDangerous(final String text)
    {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 &&
            !text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    }

    /** Digits that a spreadsheet would cut, or take for an exponent, or whose zeros it would drop. */
    private static boolean isMangled(final String text)
    {
        return text.matches("\\d{" + (EXACT_DIGITS + 1) + ",}|0\\d+|\\d+[eE]\\d+");
    }
}
