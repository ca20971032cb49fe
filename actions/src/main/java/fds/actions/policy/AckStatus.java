package fds.actions.policy;

import java.util.Locale;

/** What an executor or the venue says of a command. The code stands in ACTION_ACK records. */
public enum AckStatus
{
    /** Taken by the executor. */
    SENT(1),
    /** Done by the venue. */
    DONE(2),
    /** Not done. */
    FAILED(3);

    private static final AckStatus[] VALUES = values();

    private final int code;

    AckStatus(final int code)
    {
        this.code = code;
    }

    /**
     * The status of a code.
     *
     * @param code as in the journal.
     * @return its status, or null for a code of a newer version.
     */
    public static AckStatus of(final int code)
    {
        for (final AckStatus status : VALUES)
        {
            if (status.code == code)
            {
                return status;
            }
        }
        return null;
    }

    /**
     * The code in the journal.
     *
     * @return 1 or more.
     */
    public int code()
    {
        return code;
    }

    /**
     * The status's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
