package fds.app;

import java.util.Arrays;
import java.util.Iterator;

import fds.feeds.open.FeedFormat;

/** The words for {@code --format}, for help and completion: what the feeds can open, whatever is added there. */
final class FormatWords implements Iterable<String>
{
    @Override
    public Iterator<String> iterator()
    {
        return Arrays.stream(FeedFormat.values()).map(FeedFormat::word).iterator();
    }
}
