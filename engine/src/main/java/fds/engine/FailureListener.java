package fds.engine;

/** Hears once that the engine failed, on the thread that failed: writes the error log. */
@FunctionalInterface
public interface FailureListener
{
    /**
     * The engine failed.
     *
     * @param stage    that failed.
     * @param sequence of the batch it was at, or 0.
     * @param cause    what went wrong.
     */
    void onFailure(String stage, long sequence, Throwable cause);
}
