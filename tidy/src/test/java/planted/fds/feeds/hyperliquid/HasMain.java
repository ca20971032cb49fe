package planted.fds.feeds.hyperliquid;

/** Planted: a second front door. */
public final class HasMain
{
    private HasMain()
    {
    }

    /**
     * Started from outside.
     *
     * @param arguments ignored.
     */
    public static void main(final String[] arguments)
    {
        throw new UnsupportedOperationException();
    }
}
