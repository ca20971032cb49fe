package fds.feeds.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import org.junit.jupiter.api.Test;

/**
 * Positions that trades of perpetuals add up to are the start positions that the venue wrote beside each fill. Holdings
 * of spot tokens are not compared: fees are taken from them, which a trade does not tell.
 */
class StartPositionsTest
{
    private static final Pattern FILL = Pattern.compile("\\[\"(0x[0-9a-f]+)\",\\{\"coin\":\"([^\"]+)\"[^}]*?" +
        "\"startPosition\":\"([^\"]+)\"[^}]*?\"tid\":(\\d+)");

    /** The venue writes a few with the noise of binary fractions: 3135809.3999999999. */
    private static final BigDecimal NOISE = new BigDecimal("0.000000001");

    @Test
    void shouldReachEveryRecordedStartPosition() throws IOException
    {
        final Path file = Recordings.find("hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz");
        final Map<String, BigDecimal> starts = starts(file);
        final Map<String, BigDecimal> positions = new HashMap<>();
        final List<String> mismatches = new ArrayList<>();
        int compared = 0;
        int known = 0;
        try (HyperliquidFillsFeed feed = new HyperliquidFillsFeed(ByteSource.of(file)))
        {
            for (final String event : FeedReading.of(feed).events)
            {
                final String[] cells = event.split(",", -1);
                if (!cells[2].equals("TRADE") || cells[4].startsWith("@") || cells[4].contains("/"))
                {
                    continue;
                }
                for (final int side : new int[]{ 6, 8 })
                {
                    final boolean isAggressor = side == 8;
                    final boolean isBuy = cells[9].equals("B") == isAggressor;
                    final BigDecimal size = new BigDecimal(cells[11]);
                    final BigDecimal start = starts.get(cells[13] + cells[side]);
                    final BigDecimal reached = positions.put(cells[4] + cells[side],
                        start.add(isBuy ? size : size.negate()));
                    known += reached == null ? 1 : 0;
                    compared += reached == null ? 0 : 1;
                    if (reached != null && reached.subtract(start).abs().compareTo(NOISE) > 0)
                    {
                        mismatches.add(
                            cells[13] + " " + cells[4] + " " + cells[side] + ": " + reached + " and " + start);
                    }
                }
            }
        }
        System.out.println("start positions: " + compared + " compared, " + mismatches.size() + " mismatched, " +
            known + " first seen");
        assertEquals(List.of(), mismatches);
        assertTrue(compared > 1_000, "only " + compared + " compared");
    }

    /** By trade and wallet: what the venue says that the wallet held before the fill. */
    private static Map<String, BigDecimal> starts(final Path file) throws IOException
    {
        final Map<String, BigDecimal> starts = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            ByteSource.of(file).open(), StandardCharsets.UTF_8)))
        {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
            {
                final Matcher fill = FILL.matcher(line);
                while (fill.find())
                {
                    starts.put(fill.group(4) + fill.group(1), new BigDecimal(fill.group(3)));
                }
            }
        }
        return starts;
    }
}
