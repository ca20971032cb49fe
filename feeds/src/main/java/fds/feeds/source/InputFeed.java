package fds.feeds.source;

import java.util.List;

import fds.market.door.Feed;
import fds.market.owner.AccountOwner;

/** A feed on a file or stream, with what it took for granted. Owned by the thread that reads. */
public interface InputFeed extends Feed
{
    /**
     * Names of the venues; the venue with id {@code n} stands at {@code n - 1}.
     *
     * @return known before the first {@link #next}.
     */
    List<String> venues();

    /** {@inheritDoc} None unless overridden: few sources know. */
    @Override
    default List<AccountOwner> accounts()
    {
        return List.of();
    }

    /**
     * Lines to tell the user: what was assumed at opening; more may follow at the end, with what was counted.
     *
     * @return grows at the end only.
     */
    List<String> notes();
}
