package fds.engine.stage;

import fds.market.account.MarketView;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the account stage may know of a market: a fixed view as of each event that it asks for, written by the event's
 * shard beside its slot of the main ring. No stage reads another stage's tables. There is no memory until somebody
 * asks.
 */
public final class MarketViews
{
    private final int size;
    private UnsafeBuffer memory;

    /**
     * Make room for nobody.
     *
     * @param size of the main ring.
     */
    public MarketViews(final int size)
    {
        this.size = size;
    }

    /**
     * Make room for all slots, if it is not there. Each stage that writes or reads views calls this when its
     * configuration asks for them.
     *
     * @return the memory of all views.
     */
    synchronized UnsafeBuffer open()
    {
        if (memory == null)
        {
            memory = new UnsafeBuffer(
                BufferUtil.allocateDirectAligned(Math.multiplyExact(size, MarketView.LENGTH), 64));
        }
        return memory;
    }

    /** Where the view of a position lies. */
    int offsetOf(final long position)
    {
        return ((int)position & size - 1) * MarketView.LENGTH;
    }
}
