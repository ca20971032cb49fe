package planted.fds.patterns.ramping;

import planted.fds.patterns.pump.Shared;

/** Planted: one typology leans on another. */
public final class KnowsNeighbour
{
    Shared borrowed()
    {
        return Shared.ONE;
    }
}
