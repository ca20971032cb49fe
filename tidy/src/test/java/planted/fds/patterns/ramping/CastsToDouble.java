package planted.fds.patterns.ramping;

/** Planted: floating point handed to the library. */
public final class CastsToDouble
{
    long root(final long value)
    {
        return (long)Math.sqrt(value);
    }
}
