package planted.fds.engine.ring;

/** Planted: a result that depends on who computes it. */
public final class AsksThread
{
    String owner()
    {
        return Thread.currentThread().getName();
    }
}
