package fds.actions.policy;

import java.util.Locale;

/** Which level the rows of the policy are about. */
public enum LevelRule
{
    /** The level of risk of the account or its owner group. */
    RISK,
    /** The severity of the alert. */
    ALERT,
    /** The higher of both. */
    HIGHER;

    /**
     * The rule that a word names.
     *
     * @param word as in files.
     * @return its rule, or null when there is none.
     */
    public static LevelRule parse(final String word)
    {
        for (final LevelRule rule : values())
        {
            if (rule.word().equals(word))
            {
                return rule;
            }
        }
        return null;
    }

    /**
     * The rule's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The level in force.
     *
     * @param riskLevel  0 to 3.
     * @param alertLevel severity of the gravest recent alert, 0 to 3, or -1: none.
     * @return 0 to 3, or -1: nothing to act on.
     */
    int of(final int riskLevel, final int alertLevel)
    {
        return switch (this)
        {
            case RISK -> riskLevel;
            case ALERT -> alertLevel;
            case HIGHER -> Math.max(riskLevel, alertLevel);
        };
    }
}
