package fds.feeds;

import fds.feeds.source.InputFeed;
import fds.market.detector.Need;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.partition.Capacity;
import fds.market.partition.Market;
import fds.testkit.market.TestMarket;

/** The market that the events of a feed with one instrument make, event by event. */
public final class FeedMarket implements AutoCloseable
{
    private static final Capacity CAPACITY = new Capacity(1 << 16, 1024, 1024, 1 << 13, 256, 256);

    public final InboundEvent event = new InboundEvent();
    private final InputFeed feed;
    private final TestMarket market = new TestMarket(CAPACITY).needs(Need.BOOK, Need.ORDERS);
    private long sequence;

    public FeedMarket(final InputFeed feed)
    {
        this.feed = feed;
        market.define(feed.instruments().get(0));
    }

    /** Take the next event in; false at the end. */
    public boolean next()
    {
        if (!feed.next(event))
        {
            return false;
        }
        sequence++;
        event.event().sequence(sequence).engineTimeNanos(event.event().venueTimeNanos());
        market.handle(event.event());
        return true;
    }

    public Market market()
    {
        return market.market();
    }

    public boolean isCrossed()
    {
        final long bid = market().bestBidTicks();
        final long ask = market().bestAskTicks();
        return bid != Absent.VALUE && ask != Absent.VALUE && bid >= ask;
    }

    @Override
    public void close()
    {
        market.close();
        feed.close();
    }
}
