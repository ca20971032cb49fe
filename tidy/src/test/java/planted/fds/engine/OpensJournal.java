package planted.fds.engine;

import net.openhft.chronicle.queue.RollCycles;

/** Planted: the engine opens a queue by itself. */
public final class OpensJournal
{
    RollCycles cycle()
    {
        return RollCycles.FAST_DAILY;
    }
}
