package fds.feeds.clean;

import java.util.Locale;

/** What becomes of a message that a rule met. */
public enum CleanAction
{
    /** It is not looked at. */
    OFF,
    /** It is counted and goes on. */
    COUNT,
    /** It is counted and does not go on. */
    DROP;

    /**
     * How configuration names it.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of a word.
     *
     * @param word as in the configuration.
     * @return null when it is none.
     */
    public static CleanAction parse(final String word)
    {
        for (final CleanAction action : values())
        {
            if (action.word().equals(word))
            {
                return action;
            }
        }
        return null;
    }
}
