package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.setup.Settings;
import fds.app.view.Span;
import fds.feeds.open.FeedOptions;
import fds.market.event.Absent;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From rows to what a picture holds. */
class PlotRequestTest
{
    private static final long T0 = 1_700_000_000_000_000_000L;
    private static final Settings SETTINGS = Settings.read(null, Map.of(), List.of());
    private static final String ROWS = """
        timestamp_ns,kind,instrument,order_id,account,counter_order_id,counter_account,side,price,quantity,flags
        1700000000000000000,NEW,AB,1,alice,,,B,99.0,2.0,
        1700000000000000000,NEW,AB,2,bob,,,S,101.0,3.0,
        1700000001000000000,NEW,CD,9,alice,,,B,5.0,1.0,
        1700000002000000000,NEW,AB,3,alice,,,S,100.5,4.0,
        1700000004000000000,CANCEL,AB,3,alice,,,,,,
        1700000005000000000,TRADE,AB,1,alice,4,carol,S,99.0,0.5,
        1700000006000000000,TRADE,AB,2,bob,5,alice,B,101.0,1.0,
        1700000007000000000,TRADE,AB,1,alice,6,alice,S,99.0,0.5,
        1700000008000000000,REPLACE,AB,1,alice,,,,98.5,1.0,
        1700000010000000000,TRADE,AB,7,x,8,y,,100.0,2.5,
        """;

    @TempDir
    private Path directory;

    @Test
    void shouldHoldPricesTradesAndDepth() throws IOException
    {
        final PriceChart chart = read(new PlotRequest("AB", Span.ALL, null, null));
        assertEquals("AB", chart.instrument().symbol());
        assertEquals(T0, chart.window().fromNanos());
        assertEquals(T0 + 10_000_000_000L, chart.window().toNanos());
        assertEquals(9, chart.eventCount());
        assertEquals(4, chart.tradeCount());
        assertTrue(chart.window().hasPrice(985) && chart.window().hasPrice(1010));
        assertEquals(990, chart.columns().lastTicks(Side.BUY, 0));
        assertEquals(1010, chart.columns().lastTicks(Side.SELL, 0));
        assertEquals(1005, chart.columns().lastTicks(Side.SELL, column(chart, 2)));
        assertEquals(1010, chart.columns().lastTicks(Side.SELL, column(chart, 4)));
        assertEquals(Absent.VALUE, chart.columns().lastTicks(Side.SELL, column(chart, 3)));
        assertEquals(List.of(25.0, 10.0, 5.0, 5.0), chart.trades().stream().map(TradeMark::quantityLots).toList());
        assertEquals(List.of(Side.NONE, Side.BUY, Side.SELL, Side.SELL),
            chart.trades().stream().map(TradeMark::side).toList());
        final DepthMap depth = chart.depth();
        final int row = (int)((1005 - chart.window().lowTicks()) / depth.rowTicks());
        assertEquals(40, depth.meanLots(depth.columns() * 3 / 10, row), 1e-6);
        assertEquals(0, depth.meanLots(depth.columns() * 5 / 10, row), 1e-6);
        assertEquals(List.of(), chart.orders());
        assertEquals(List.of("1 trades do not tell which side aggressed."), chart.notes());
    }

    @Test
    void shouldHoldTheOrdersAndFillsOfAnAccount() throws IOException
    {
        final PriceChart chart = read(new PlotRequest("AB", Span.ALL, "alice", null));
        assertEquals("account alice", chart.watched());
        assertEquals(List.of("3 sell 1005 2..4 CANCELLED", "1 buy 990 0..8 MOVED", "1 buy 985 8..10 OPEN"),
            chart.orders().stream().map(PlotRequestTest::words).toList());
        assertEquals(List.of(
            new FillMark(T0 + 5_000_000_000L, 990, 5, Side.BUY, false),
            new FillMark(T0 + 6_000_000_000L, 1010, 10, Side.BUY, false),
            new FillMark(T0 + 7_000_000_000L, 990, 5, Side.SELL, true)), chart.fills());
    }

    @Test
    void shouldShowOnlyTheSpanWithWhatStoodBefore() throws IOException
    {
        final PriceChart chart =
            read(new PlotRequest("V1:AB", Span.parse("1700000003000000000", "1700000004500000000"), null, null));
        assertEquals(1, chart.eventCount());
        assertEquals(1005, chart.columns().lastTicks(Side.SELL, 0));
        assertEquals(List.of(), chart.trades());
    }

    @Test
    void shouldReadStandardInputAsOftenAsAFile() throws IOException
    {
        final PriceChart file = read(new PlotRequest("AB", Span.ALL, "alice", null));
        try (PlotInput input = new PlotInput(List.of(Path.of("-")), "csv", new FeedOptions(null, null, null,
            new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8))), SETTINGS, Rejects::stopping))
        {
            final PriceChart piped =
                new PlotRequest("AB", Span.ALL, "alice", null).read(input, Path.of("-"), SETTINGS.catalog());
            assertEquals("standard input", piped.source());
            assertEquals(file.orders(), piped.orders());
            assertEquals(file.trades(), piped.trades());
        }
    }

    @Test
    void shouldDrawTheSameBytesTwice() throws IOException
    {
        final PlotRequest request = new PlotRequest("AB", Span.ALL, "alice", null);
        final byte[] one = PriceChartDrawing.svg(read(request));
        assertArrayEquals(one, PriceChartDrawing.svg(read(request)));
        final String text = new String(one, StandardCharsets.UTF_8);
        assertTrue(text.contains("AB on V1 — flow.csv"), text);
        assertFalse(text.contains("NaN"), text);
    }

    private PriceChart read(final PlotRequest request) throws IOException
    {
        final Path file = Files.writeString(directory.resolve("flow.csv"), ROWS);
        try (PlotInput input = new PlotInput(
            List.of(file), "auto", FeedOptions.none(), SETTINGS, Rejects::stopping))
        {
            return request.read(input, file, SETTINGS.catalog());
        }
    }

    private static int column(final PriceChart chart, final int second)
    {
        return chart.window().column(T0 + second * 1_000_000_000L, chart.columns().columns());
    }

    private static String words(final OrderLine line)
    {
        return line.orderId() + (line.side() == Side.BUY ? " buy " : " sell ") + line.priceTicks() + " " +
            (line.fromNanos() - T0) / 1_000_000_000L + ".." + (line.toNanos() - T0) / 1_000_000_000L + " " +
            line.end();
    }
}
