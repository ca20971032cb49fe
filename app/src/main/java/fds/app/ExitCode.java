package fds.app;

/** What the process says when it ends. */
public final class ExitCode
{
    /** Done. */
    public static final int DONE = 0;

    /** Done, and the answer is "no": a verification or a comparison failed. */
    public static final int ANSWER_NO = 1;

    /** The caller's mistake. */
    public static final int USAGE = 2;

    /** The engine failed. */
    public static final int ENGINE_FAILED = 3;

    private ExitCode()
    {
    }
}
