package planted.fds.feeds.hyperliquid;

import net.openhft.chronicle.queue.RollCycles;

/** Planted: a source writes the journal. */
public final class KnowsQueue
{
    RollCycles cycle()
    {
        return RollCycles.FAST_DAILY;
    }
}
