package fds.feeds.simulator.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelWriterTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldWriteARowForEachLabel() throws IOException
    {
        final Path file = folder.resolve("labels.csv");
        try (LabelWriter writer = new LabelWriter(file))
        {
            writer.onLabel(new Label(1, "pair_wash", "D03", "BTC-USDT", List.of("7", "9"), 10, 20, 1_000, 2_000, 6,
                "SIM", -12_340_000_000L, RowRuns.of(10, 12, 15, 15, 19, 20)));
            writer.onLabel(new Label(2, "decoy_stp", "", "ETH-USDT", List.of("7"), 30, 31, 3_000, 3_000, 2, "SIM",
                1, RowRuns.of(30, 31), List.of("SIM/ETH-USDT-PERP", "ALPHA/ETH/USDT"), List.of("D05", "D12")));
        }
        assertEquals(List.of(
            "label,typology,detector,instrument,accounts," +
                "first_row,last_row,first_timestamp_ns,last_timestamp_ns,events,venue,gain,rows,also,carried",
            "1,pair_wash,D03,BTC-USDT,7;9,10,20,1000,2000,6,SIM,-123.4,10-12;15;19-20,,D03",
            "2,decoy_stp,,ETH-USDT,7,30,31,3000,3000,2,SIM,0.00000001,30-31," +
                "SIM/ETH-USDT-PERP;ALPHA/ETH/USDT,D05;D12"), Files.readAllLines(file));
    }

    @Test
    void shouldKeepRowsAsRuns()
    {
        final RowRuns rows = new RowRuns();
        for (final long row : new long[] { 3, 4, 5, 9, 11, 12 })
        {
            rows.add(row);
        }
        final List<Long> each = new ArrayList<>();
        rows.forEach(each::add);
        assertEquals(List.of(3L, 4L, 5L, 9L, 11L, 12L), each);
        assertEquals(RowRuns.of(3, 5, 9, 9, 11, 12), rows);
        assertEquals("3-5;9;11-12", rows.toString());
        for (long row = 20; row < 20 + 2L * RowRuns.RUNS_MAX; row += 2)
        {
            rows.add(row);
        }
        assertTrue(rows.toString().endsWith(";" + (20 + 2L * (RowRuns.RUNS_MAX - 4))), "not bounded");
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten()
    {
        final Path file = folder.resolve("missing").resolve("labels.csv");
        final UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> new LabelWriter(file));
        assertTrue(e.getMessage().contains("labels.csv"), e.getMessage());
    }
}
