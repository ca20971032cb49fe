package fds.feeds.text;

/** Whether a text is plain; loops, since every name, id and number of a message is asked. */
public final class Plain
{
    private static final char DELETE = 0x7F;

    private Plain()
    {
    }

    /**
     * Whether a text has no blank and no control character.
     *
     * @param text may be empty.
     * @return true for a word.
     */
    public static boolean isWord(final String text)
    {
        return isAbove(text, ' ');
    }

    /**
     * Whether a text has no control character.
     *
     * @param text may be empty.
     * @return true for words with blanks between.
     */
    public static boolean isLine(final String text)
    {
        return isAbove(text, (char)(' ' - 1));
    }

    /**
     * Whether a text has only the digits 0 to 9.
     *
     * @param text may be empty.
     * @param from first character to look at.
     * @return true for digits, however many.
     */
    public static boolean isDigits(final String text, final int from)
    {
        for (int i = from; i < text.length(); i++)
        {
            if (text.charAt(i) < '0' || text.charAt(i) > '9')
            {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbove(final String text, final char bound)
    {
        for (int i = 0; i < text.length(); i++)
        {
            if (text.charAt(i) <= bound || text.charAt(i) == DELETE)
            {
                return false;
            }
        }
        return true;
    }
}
