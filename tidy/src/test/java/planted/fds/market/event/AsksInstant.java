package planted.fds.market.event;

import java.time.Instant;

/** Planted: wall time where only engine time is known. */
public final class AsksInstant
{
    long nanos()
    {
        return Instant.now().getNano();
    }
}
