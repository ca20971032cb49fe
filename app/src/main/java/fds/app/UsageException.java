package fds.app;

/**
 * The caller's mistake: arguments, configuration or input. Its message is the one line that is printed; exit code 2.
 */
public final class UsageException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Say what is wrong.
     *
     * @param message with file, line or key, value, and what is allowed.
     */
    public UsageException(final String message)
    {
        super(message);
    }
}
