package fds.feeds.open;

import java.util.List;
import java.util.stream.Stream;

import fds.feeds.cassette.Cassettes;
import fds.feeds.chain.Blocks;
import fds.feeds.chain.Receipts;
import fds.feeds.chain.SwapRows;
import fds.feeds.draft.Recording;
import fds.feeds.hyperliquid.HyperliquidStreams;
import fds.feeds.table.Tables;

/** The recordings that are read as drafts, by their formats. */
final class RecordingKinds
{
    private static final List<Recording> ALL = Stream.concat(Tables.ALL.stream(),
        Stream.of(new SwapRows(), new Receipts(), new Blocks(), new HyperliquidStreams(), new Cassettes())).toList();

    private RecordingKinds()
    {
    }

    /** The kind an input begins like; null for none. */
    static Recording recognise(final String line, final String head)
    {
        return ALL.stream().filter(recording -> recording.isHeadedBy(line, head)).findFirst().orElse(null);
    }

    /** The kind of a format; null for one that is read otherwise. */
    static Recording find(final FeedFormat format)
    {
        return ALL.stream().filter(recording -> recording.word().equals(format.word())).findFirst().orElse(null);
    }
}
