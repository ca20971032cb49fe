package fds.actions.policy;

import java.util.Locale;

/** What can be done. The ordinal is the code in the journal: append, never reorder. */
public enum ActionKind
{
    /** The account may neither trade nor withdraw until the expiry. */
    FREEZE_ACCOUNT,
    /** All live orders of the account are cancelled. */
    CANCEL_ORDERS,
    /** A person of the venue is called. */
    NOTIFY_ADMIN,
    /** The account may only reduce what it has until the expiry. */
    RESTRICT_TRADING,
    /** The account's margin rates are raised, by the value in ppm, until the expiry. */
    INCREASE_MARGIN,
    /** The account's owner is told in neutral words what was limited. */
    NOTIFY_USER,
    /** The verdict on an order that waits for one: it is not taken. */
    REJECT_ORDER,
    /** The verdict on a withdrawal that waits for one: it waits until a person has looked, or until the expiry. */
    HOLD_WITHDRAWAL;

    private static final ActionKind[] VALUES = values();

    /**
     * The kind of a code.
     *
     * @param code as in the journal.
     * @return its kind.
     * @throws IllegalArgumentException for a code of a newer version.
     */
    public static ActionKind of(final int code)
    {
        if (code < 0 || code >= VALUES.length)
        {
            throw new IllegalArgumentException("action kind " + code + " is of a newer version");
        }
        return VALUES[code];
    }

    /**
     * The kind that a word names.
     *
     * @param word as in files.
     * @return its kind, or null when there is none.
     */
    public static ActionKind parse(final String word)
    {
        for (final ActionKind kind : VALUES)
        {
            if (kind.word().equals(word))
            {
                return kind;
            }
        }
        return null;
    }

    /**
     * The kind's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it answers a request that waits: such a verdict is never held back by a limit.
     *
     * @return true for {@link #REJECT_ORDER} and {@link #HOLD_WITHDRAWAL}.
     */
    public boolean isVerdict()
    {
        return this == REJECT_ORDER || this == HOLD_WITHDRAWAL;
    }

    /**
     * Whether it can be done where no account is known.
     *
     * @return true for {@link #NOTIFY_ADMIN}.
     */
    public boolean needsNoAccount()
    {
        return this == NOTIFY_ADMIN;
    }

    /**
     * Whether its owner may be shown that it was done: the command and its text tell nothing of the ground.
     *
     * @return false for {@link #NOTIFY_ADMIN} alone.
     */
    public boolean mayBeShown()
    {
        return this != NOTIFY_ADMIN;
    }
}
