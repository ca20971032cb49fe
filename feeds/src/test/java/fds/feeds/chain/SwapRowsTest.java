package fds.feeds.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The swaps of thirteen real blocks: all read, amounts as the rows have them, blocks ended. */
class SwapRowsTest
{
    private static final String FIRST = "evm-mev-blocks/swaps/12775690.jsonl";
    private static final String POOL = "0x00000000000000000000000000000000000000";
    private static final Map<String, Integer> DECIMALS = Map.of(
        "0xdac17f958d2ee523a2206206994597c13d831ec7", 6, "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", 6,
        "0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", 8);

    @TempDir
    Path directory;

    @Test
    void shouldReadOneBlock()
    {
        final FeedReading reading = read(List.of(Recordings.find(FIRST)));
        assertEquals(List.of(), reading.failures);
        assertEquals(22, reading.events.size());
        // 2250.429021043877097431 tokens for 21.896291146761143389 WETH, in the transaction at position 0.
        assertEquals("12775690000000000,12775690000000000,SWAP,ETHEREUM,0x1d42064fc4beb5f8aaf85f4617ae8b3b5b8bd801,," +
            "0xa57bd00134b2850b2a1c55860c9e9ea100fdd6cf,,0x56178a0d5f301baf6cf3e1cd53d9863437345bf9,S," +
            "0.00972982971,2250.42902,1,0x02a7b677a9962fce4fe8105e4ecc15216c601f3b2750397204a8d8e106e83522,,last",
            reading.events.get(0));
        assertEquals("12775690000000000,12775690000000000,BLOCK_END,ETHEREUM,,,,,,,,,12775690,,,last",
            reading.events.get(21));
    }

    @Test
    void shouldTellTheAmountsOfEveryRow() throws IOException
    {
        final List<Path> files = files();
        Collections.sort(files);
        final FeedReading reading = read(files);
        assertEquals(List.of(), reading.failures);
        int at = 0;
        BigDecimal worst = BigDecimal.ZERO;
        for (final Path file : files)
        {
            for (final String row : Files.readAllLines(file))
            {
                final String[] cells = reading.events.get(at++).split(",", -1);
                assertEquals(cell(row, "transaction_hash"), cells[13]);
                assertTrue(cells[4].startsWith(cell(row, "contract_address").toLowerCase(Locale.ROOT)), cells[4]);
                final boolean isBuy = cells[9].equals("B");
                final BigDecimal quantity = new BigDecimal(cells[11]);
                final BigDecimal paid = quantity.multiply(new BigDecimal(cells[10]));
                worst = worst.max(off(isBuy ? quantity : paid, row, "token_out"))
                    .max(off(isBuy ? paid : quantity, row, "token_in"));
            }
            assertTrue(reading.events.get(at++).contains(",BLOCK_END,"));
        }
        assertEquals("329 of 329", at + " of " + reading.events.size());
        System.out.println("swaps: an amount is off by at most " + worst + " of itself");
        assertTrue(worst.compareTo(new BigDecimal("0.001")) < 0, worst.toString());
    }

    @Test
    void shouldRefuseRowByRow() throws IOException
    {
        final String good = row(7, 1, "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", "1000000000000000000", "2000");
        final FeedReading reading = read(good, good.replace("\"token_in_amount\":1", "\"token_in_amount\":-1"),
            good.replace("2000", "0"), good.replace("\"block_number\":7", "\"block_number\":6"),
            good.replace("\"error\":null", "\"error\":\"Reverted\""), good.replace("\"protocol\"", "\"protocol"),
            good.replace("0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", POOL + "ff"),
            good.replace("\"transaction_position\":1,", ""), good.replace("2000", "2" + "0".repeat(78)), good);
        assertEquals(List.of("2 token_in_amount", "3 token_out_amount", "4 block_number", "5 error",
            "6 token_out_amount", "7 token_out_address", "8 transaction_position", "9 token_out_amount"),
            reading.failures.stream().map(bad -> bad.position() + " " + bad.field()).toList());
        assertEquals(3, reading.events.size(), reading.events.toString());
    }

    @Test
    void shouldRefuseWhatIsNothingBesideTheLargest() throws IOException
    {
        final String weth = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
        final FeedReading reading = read(
            row(7, 1, weth, "1" + "0".repeat(22), "1" + "0".repeat(30)), row(7, 2, weth, "1", "1000"));
        assertEquals(List.of("quantity"), reading.failures.stream().map(bad -> bad.field()).toList());
        assertTrue(reading.failures.get(0).getMessage().contains("rounded to"), reading.failures.toString());
        assertEquals(2, reading.events.size(), reading.events.toString());
    }

    private FeedReading read(final String... rows) throws IOException
    {
        return read(List.of(Files.writeString(directory.resolve("swaps.jsonl"), String.join("\n", rows) + "\n")));
    }

    private static String row(
        final long block, final int position, final String tokenIn, final String amountIn, final String amountOut)
    {
        return "{\"transaction_hash\":\"0x" + "ab".repeat(32) + "\",\"transaction_position\":" + position +
            ",\"block_number\":" + block + ",\"contract_address\":\"" + POOL + "01\",\"from_address\":\"" + POOL +
            "02\",\"to_address\":\"" + POOL + "03\",\"token_in_address\":\"" + tokenIn + "\",\"token_in_amount\":" +
            amountIn + ",\"token_out_address\":\"" + POOL + "ff\",\"token_out_amount\":" + amountOut +
            ",\"protocol\":\"uniswap_v2\",\"error\":null}";
    }

    private static BigDecimal off(final BigDecimal told, final String row, final String token)
    {
        final BigDecimal exact = new BigDecimal(cell(row, token + "_amount"))
            .movePointLeft(DECIMALS.getOrDefault(cell(row, token + "_address"), 18));
        return told.subtract(exact).abs().divide(exact, new MathContext(3));
    }

    private static String cell(final String row, final String field)
    {
        final Matcher matcher = Pattern.compile("\"" + field + "\":\"?([0-9a-zA-Zx_]+)").matcher(row);
        assertTrue(matcher.find(), row);
        return matcher.group(1);
    }

    private static List<Path> files() throws IOException
    {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> blocks = Files.newDirectoryStream(Recordings.find(FIRST).getParent(), "*.jsonl"))
        {
            blocks.forEach(files::add);
        }
        return files;
    }

    private static FeedReading read(final List<Path> files)
    {
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            assertTrue(feed.notes().get(0).contains("read as swaps"), feed.notes().toString());
            return FeedReading.of(feed);
        }
    }
}
