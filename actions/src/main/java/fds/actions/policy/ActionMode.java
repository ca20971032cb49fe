package fds.actions.policy;

/** How far actions go. The ordinal is the code in the journal. */
public enum ActionMode
{
    /** Decided and journaled; nobody is told. */
    DRY_RUN("dry-run"),
    /** Executors are told, and told that nothing is to be done. */
    SHADOW("shadow"),
    /** Executors act. */
    LIVE("live");

    private static final ActionMode[] VALUES = values();

    private final String word;

    ActionMode(final String word)
    {
        this.word = word;
    }

    /**
     * The mode of a code.
     *
     * @param code as in the journal.
     * @return its mode; DRY_RUN, which does nothing, for a code of a newer version.
     */
    public static ActionMode of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : DRY_RUN;
    }

    /**
     * The mode that a word names.
     *
     * @param word as in files.
     * @return its mode, or null when there is none.
     */
    public static ActionMode parse(final String word)
    {
        for (final ActionMode mode : VALUES)
        {
            if (mode.word.equals(word))
            {
                return mode;
            }
        }
        return null;
    }

    /**
     * The mode's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return word;
    }
}
