package fds.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.engine.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short measurement of the engine: what is told, and what comes through to the report. */
class CellResultTest
{
    private static final CellSpec SPEC = new CellSpec("inline", Waiting.SLEEPING, true, Flow.STORM, List.of(10_000L), 2,
        10, 1, 100_000, 2, null, Map.of("deployment.wait", "sleeping"));

    @Test
    void shouldTellOfEveryEventThatWasSent(@TempDir final Path scratch)
    {
        final CellResult result = Cell.measure(SPEC, scratch);

        final RateResult rate = result.rates().get(0);
        assertEquals(2 * 10 * 50, rate.engine().all().getTotalCount());
        assertEquals(2 * 10 * 50, rate.floor().all().getTotalCount());
        assertEquals(20, rate.engine().windows());
        assertEquals(1, result.flood().engine().size());
        assertTrue(result.findings() > 0, "the storm was not found");
    }

    @Test
    void shouldComeThroughAFileAsItWas(@TempDir final Path scratch)
    {
        final CellResult result = Cell.measure(SPEC, scratch);

        final CellResult read = CellResult.of(result.values());

        assertEquals(SPEC, read.spec());
        assertEquals(ReportTable.of(result), ReportTable.of(read));
        assertEquals(ReportJson.lines(result), ReportJson.lines(read));
        assertEquals(2, ReportJson.lines(read).size());
        final String picture = new String(LatencyChart.draw(read), StandardCharsets.UTF_8);
        assertTrue(picture.contains("10,000 events/s") && picture.contains("<path"), picture);
    }

    @Test
    void shouldGiveMedianAndSpread()
    {
        assertEquals("2.50 [1.00-9.00]", Spread.of(List.of(9.0, 1.0, 2.0, 3.0)).text(2));
        assertEquals("-", Spread.of(List.of()).text(2));
        assertEquals(List.of(9.0, 0.125), Spread.parse(Spread.join(List.of(9.0, 0.125))));
    }

    @Test
    void shouldWriteDurationsInThreeDigits()
    {
        assertEquals(List.of("7 ns", "1.00 us", "99.9 us", "100 us", "20.3 ms", "2.00 s"),
            List.of(7.0, 999.6, 99_940.0, 99_960.0, 20_300_000.0, 2e9).stream().map(Nanos::text).toList());
    }
}
