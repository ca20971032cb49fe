package planted.fds.engine.sequencer;

import java.util.HashMap;
import java.util.Map;

/** Planted: hash order where sequence order is law. */
public final class WalksHashMap
{
    private final Map<String, Long> sums = new HashMap<>();

    long sum()
    {
        long sum = 0;
        for (final long value : sums.values())
        {
            sum = 31 * sum + value;
        }
        return sum;
    }
}
