package fds.feeds.open;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.source.InputFeed;
import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/** A feed with lines of the opening before its own. */
final class ToldFeed implements InputFeed
{
    private final InputFeed feed;
    private final List<String> told;

    ToldFeed(final InputFeed feed, final List<String> told)
    {
        this.feed = feed;
        this.told = List.copyOf(told);
    }

    @Override
    public List<Instrument> instruments()
    {
        return feed.instruments();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return feed.accounts();
    }

    @Override
    public List<String> venues()
    {
        return feed.venues();
    }

    @Override
    public List<String> notes()
    {
        final List<String> notes = new ArrayList<>(told);
        notes.addAll(feed.notes());
        return notes;
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        return feed.next(event);
    }

    @Override
    public void close()
    {
        feed.close();
    }
}
