package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of cleaning: the summary, notes, the rejects file. */
class CleaningTest
{
    @TempDir
    Path directory;

    private Path flow;
    private Path rejects;

    @BeforeEach
    void write() throws IOException
    {
        flow = directory.resolve("flow.csv");
        rejects = directory.resolve("rejects.csv");
        final StringBuilder rows = new StringBuilder("timestamp_ns,kind,instrument,side,price,quantity,ref\n");
        for (int i = 1; i <= 40; i++)
        {
            rows.append(1_700_000_000_000_000_000L + i).append(",TRADE,X,B,").append(i == 20 ? 400 : 100 + i % 3)
                .append(",1,").append(i).append('\n');
        }
        Files.writeString(flow, rows);
    }

    @Test
    void shouldCountAndHandOnByDefault()
    {
        final Cli.Result result = Cli.run("replay", flow, "--rejects", rejects).exits(0);
        assertEquals(40, result.number("events"));
        assertEquals(1, result.number("cleaned"));
        assertEquals(0, result.number("dropped"));
        assertEquals(0, result.number("rejected"));
        assertTrue(result.err().contains("cleaning: 1 by the rule 'print', counted and handed on"), result.toString());
        assertFalse(Files.exists(rejects));
    }

    @Test
    void shouldDropAndKeepAsConfigured() throws IOException
    {
        final List<String> drops = List.of("--set", "clean.prints=drop", "--set", "clean.keep=true");
        final Cli.Result result = Cli.run("replay", flow, "--rejects", rejects, drops).exits(0);
        assertEquals(39, result.number("events"));
        assertEquals(1, result.number("dropped"));
        assertEquals(0, result.number("rejected"));
        assertEquals("feed 1,20,cleaning: print,4 (TRADE),\"within 500000 ppm of 1 ticks\"".replaceAll("\"", ""),
            Files.readAllLines(rejects).get(1).replaceAll("\"", "").replaceAll("\\d+ \\(", "4 (")
            .replaceAll("of \\d+ ticks", "of 1 ticks"));
        final Path journal = directory.resolve("journal");
        Cli.run("import", flow, "--journal", journal, drops).exits(0);
        assertEquals(result.value("decision_hash"), Cli.run("replay", journal).exits(0).value("decision_hash"));
        assertEquals(0, Cli.run("replay", flow, "--set", "clean.prints=off").exits(0).number("cleaned"));
        Cli.run("replay", flow, "--set", "clean.prints=wash").refuses("clean.prints", "wash", "off, count or drop");
        Cli.run("replay", flow, "--set", "clean.print_window=4").refuses("clean.print_window", "odd");
    }
}
