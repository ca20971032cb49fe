package planted.fds.engine;

import fds.patterns.wash.SelfMatchFactory;

/** Planted: the engine names a handler. */
public final class KnowsDetector
{
    SelfMatchFactory handler()
    {
        return new SelfMatchFactory();
    }
}
