package fds.feeds.text;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of a line as characters, without a copy as long as it is ASCII. Moved from cell to cell; valid until the
 * line is. Owned by the thread that reads.
 */
public final class Cell implements CharSequence
{
    private byte[] bytes = new byte[0];
    private int from;
    private int length;
    private String decoded;

    /**
     * Look at a stretch.
     *
     * @param memory bytes of the line.
     * @param start  first byte.
     * @param end    behind the last.
     * @return this.
     */
    public Cell wrap(final byte[] memory, final int start, final int end)
    {
        bytes = memory;
        from = start;
        length = end - start;
        decoded = null;
        for (int i = start; i < end; i++)
        {
            if (memory[i] < 0)
            {
                decoded = new String(memory, start, end - start, StandardCharsets.UTF_8);
                length = decoded.length();
                break;
            }
        }
        return this;
    }

    /**
     * Look at a text that is not in the line.
     *
     * @param text to show.
     * @return this.
     */
    public Cell wrap(final String text)
    {
        decoded = text;
        length = text.length();
        return this;
    }

    /**
     * Whether bytes were not UTF-8, or a character is a control character: neither belongs in a cell.
     *
     * @return true for a cell to refuse.
     */
    public boolean isMalformed()
    {
        for (int i = 0; i < length; i++)
        {
            final char c = charAt(i);
            if (c < ' ' || c == 0x7F || c == '\uFFFD')
            {
                return true;
            }
        }
        return false;
    }

    @Override
    public int length()
    {
        return length;
    }

    @Override
    public char charAt(final int index)
    {
        return decoded == null ? (char)bytes[from + index] : decoded.charAt(index);
    }

    @Override
    public CharSequence subSequence(final int start, final int end)
    {
        return toString().substring(start, end);
    }

    @Override
    public String toString()
    {
        return decoded == null ? new String(bytes, from, length, StandardCharsets.ISO_8859_1) : decoded;
    }
}
