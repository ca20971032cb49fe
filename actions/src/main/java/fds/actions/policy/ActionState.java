package fds.actions.policy;

import java.util.Locale;

/** What became of an action. The ordinal is the code in the journal: append, never reorder. */
public enum ActionState
{
    /** Decided, and sent without asking anybody. */
    ISSUED,
    /** Decided; a person has to allow it. */
    PENDING,
    /** A person allowed it, and it is sent. */
    APPROVED,
    /** A person did not allow it. */
    REFUSED,
    /** Its time is over: nobody allowed it in time, or what was done ends by itself. */
    EXPIRED,
    /** An executor has taken it. */
    SENT,
    /** The venue has done it. */
    DONE,
    /** It failed, and is sent again under the same key. */
    RETRIED,
    /** It failed too often, or nobody answered: a person is called. */
    ESCALATED,
    /** A person took it back before its time: the venue is told to end it. */
    REVOKED,
    /** Not sent, because a limit was reached. */
    SUPPRESSED;

    private static final ActionState[] VALUES = values();

    /**
     * The state of a code.
     *
     * @param code as in the journal.
     * @return its state.
     * @throws IllegalArgumentException for a code of a newer version.
     */
    public static ActionState of(final int code)
    {
        if (code < 0 || code >= VALUES.length)
        {
            throw new IllegalArgumentException("action state " + code + " is of a newer version");
        }
        return VALUES[code];
    }

    /**
     * The state's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether executors are told of it.
     *
     * @return true when a command leaves with it.
     */
    public boolean leaves()
    {
        return this == ISSUED || this == APPROVED || this == RETRIED || this == REVOKED;
    }

    /**
     * Whether nothing more becomes of it.
     *
     * @return true when it is over.
     */
    public boolean isFinal()
    {
        return this == REFUSED || this == EXPIRED || this == ESCALATED || this == REVOKED || this == SUPPRESSED;
    }
}
