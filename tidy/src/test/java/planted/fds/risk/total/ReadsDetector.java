package planted.fds.risk.total;

import fds.patterns.wash.SelfMatchFactory;

/** Planted: risk reads a detector instead of its findings. */
public final class ReadsDetector
{
    String name()
    {
        return new SelfMatchFactory().info().name();
    }
}
