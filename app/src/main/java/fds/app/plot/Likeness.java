package fds.app.plot;

import java.util.Locale;

/** How far two names are apart, for telling a user what was perhaps meant. */
final class Likeness
{
    private Likeness()
    {
    }

    /** Letters to insert, leave out or change (Levenshtein), capitals aside. */
    static int distance(final String one, final String other)
    {
        final String left = one.toUpperCase(Locale.ROOT);
        final String right = other.toUpperCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++)
        {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++)
        {
            final int[] next = new int[right.length() + 1];
            next[0] = i;
            for (int j = 1; j <= right.length(); j++)
            {
                final int change = row[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(change, 1 + Math.min(row[j], next[j - 1]));
            }
            row = next;
        }
        return row[right.length()];
    }
}
