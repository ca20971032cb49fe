package fds.engine;

/** The engine has stopped itself: a broken invariant, or a journal that cannot be written. */
public final class EngineFailedException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Say why.
     *
     * @param message for the operator, one line.
     * @param cause   first thing that went wrong.
     */
    public EngineFailedException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
