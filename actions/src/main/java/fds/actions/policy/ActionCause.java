package fds.actions.policy;

import java.util.Locale;

/** Why an action is in a state. The ordinal is the code in the journal: append, never reorder. */
public enum ActionCause
{
    /** An alert was opened or became graver. */
    ALERT,
    /** A level of risk rose. */
    RISK,
    /** A finding on an order that waits for its verdict. */
    ORDER_REQUEST,
    /** A withdrawal that waits for its verdict. */
    WITHDRAW_REQUEST,
    /** Too many freezes in a short time: a person decides until the breaker is reset. */
    BREAKER,
    /** Another action failed. */
    ESCALATION,
    /** A person decided. */
    PERSON,
    /** The venue or an executor answered. */
    ACKNOWLEDGEMENT,
    /** Time passed. */
    TIME,
    /** The account has had as many actions as it may have in the window. */
    ACCOUNT_LIMIT,
    /** There have been as many actions of the kind as there may be in the window. */
    KIND_LIMIT;

    private static final ActionCause[] VALUES = values();

    /**
     * The cause of a code.
     *
     * @param code as in the journal.
     * @return its cause.
     * @throws IllegalArgumentException for a code of a newer version.
     */
    public static ActionCause of(final int code)
    {
        if (code < 0 || code >= VALUES.length)
        {
            throw new IllegalArgumentException("action cause " + code + " is of a newer version");
        }
        return VALUES[code];
    }

    /**
     * The cause's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
