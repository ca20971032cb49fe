package planted.fds.patterns.pump;

/** Planted: what another typology reaches for. */
public final class Shared
{
    /** A number. */
    public static final Shared ONE = new Shared();

    private Shared()
    {
    }
}
