package planted.fds.actions.policy;

/** Planted: a policy that reads a clock. */
public final class AsksTheTime
{
    long expiry()
    {
        return System.currentTimeMillis() + 1;
    }
}
