package planted.fds.config;

import fds.market.event.Side;

/** Planted: from text to values, not to trades. */
public final class KnowsMarket
{
    Class<?> side()
    {
        return Side.class;
    }
}
