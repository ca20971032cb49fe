package planted.fds.patterns.ramping;

import java.util.ArrayList;

/** Planted: a list that grows. */
public final class UsesArrayList
{
    boolean keep(final ArrayList<Long> kept, final long value)
    {
        return kept.add(value);
    }
}
