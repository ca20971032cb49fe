package fds.journal.format;

/** A journal that cannot be used: the message is one sentence for the operator. */
public class JournalException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Say what is wrong.
     *
     * @param message one sentence that names the file or directory.
     */
    public JournalException(final String message)
    {
        super(message);
    }

    /**
     * Say what is wrong, and what it came from.
     *
     * @param message one sentence that names the file or directory.
     * @param cause   of it.
     */
    public JournalException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
