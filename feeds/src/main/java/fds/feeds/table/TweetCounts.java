package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Tweets that name a coin, a count a minute, the coin in the file's name; minutes without any are absent. */
final class TweetCounts extends Table
{
    private static final long MILLI_NANOS = 1_000_000;

    TweetCounts()
    {
        super("tweet-counts", "ts_ms", "tweets");
    }

    @Override
    public String venue(final String fileName)
    {
        return "TWITTER";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final String coin = fileName.split("\\.", 2)[0].replaceFirst("^tweets_", "");
        events.add(new Draft(Kind.SOCIAL, row.time("ts_ms", MILLI_NANOS)).on(coin, InstrumentType.ASSET, coin, "")
            .value(row.number("tweets")).reason("tweets a minute"));
    }
}
