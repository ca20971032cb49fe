package planted.fds.patterns.ramping;

import java.util.HashMap;

/** Planted: a map of its own. */
public final class UsesHashMap
{
    int size(final HashMap<Long, Long> counts)
    {
        return counts.size();
    }
}
