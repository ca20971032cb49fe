package planted.fds.market.book;

import fds.engine.Threading;

/** Planted: the words know who speaks them. */
public final class KnowsEngine
{
    Threading mode()
    {
        return Threading.parse("fused");
    }
}
