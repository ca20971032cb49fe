package fds.journal.format;

/** No space could be reserved for the next document. Nothing of that document was written. */
public final class JournalFullException extends JournalException
{
    private static final long serialVersionUID = 1L;

    /**
     * Say what is full.
     *
     * @param message one sentence: directory and bytes needed.
     * @param cause   as the file system said it.
     */
    public JournalFullException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
