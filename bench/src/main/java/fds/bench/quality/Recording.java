package fds.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fds.market.detector.Knowledge;

/**
 * A real recording without labels.
 *
 * @param name  of the recording.
 * @param file  below the folder of recordings.
 * @param knows what it tells.
 * @param lacks why some detectors cannot fire on it, in words.
 */
record Recording(String name, String file, Set<Knowledge> knows, String lacks)
{
    private static final String FOLDER = "shared/data";

    /** All that are evaluated. */
    static final List<Recording> ALL = List.of(
        new Recording("bitstamp-l3-2015", "bitstamp-l3-2015/orders.csv.gz",
            EnumSet.of(Knowledge.PUBLIC_PRICES, Knowledge.ORDER_BY_ORDER),
            "It names no accounts: nobody's orders can be told from anybody else's, so an account's own largest " +
            "order " +
            "(a condition of D43) is not measured either."),
        new Recording("hyperliquid-fills-with-wallets",
            "hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz",
            EnumSet.of(Knowledge.PUBLIC_PRICES, Knowledge.ACCOUNTS),
            "It holds fills only: no entry, change or cancel of an order, so there are no messages to count (D16) " +
            "and no " +
            "order to judge before it trades (D43). No owner groups are known, each wallet is its own, so D02 has no " +
            "group to see; and the venue prevents self-trades, so D01 should find none."));

    /**
     * Where it is.
     *
     * @return the file, or null where the recordings are absent.
     */
    Path find()
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            final Path path = at.resolve(FOLDER).resolve(file);
            if (Files.isRegularFile(path))
            {
                return path;
            }
        }
        return null;
    }
}
