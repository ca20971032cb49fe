package fds.bench.torture;

/** A round showed what it must not. */
final class TortureException extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final Verdict verdict;

    TortureException(final Verdict verdict, final String message)
    {
        super(message);
        this.verdict = verdict;
    }

    Verdict verdict()
    {
        return verdict;
    }

    static void check(final boolean holds, final Verdict verdict, final String message)
    {
        if (!holds)
        {
            throw new TortureException(verdict, message);
        }
    }
}
