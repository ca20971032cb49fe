package fds.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fds plot}: what it draws of a simulated venue, and what it refuses. */
class PlotCommandTest
{
    @TempDir
    private static Path directory;

    private static Path flow;
    private static Path journal;

    private final Path out = directory.resolve("picture.svg");

    @BeforeAll
    static void simulate()
    {
        flow = directory.resolve("flow.csv");
        journal = directory.resolve("journal");
        Cli.run("simulate", "--seed", 7, "--events", 60_000, "--rate", 1000, "--episodes", "self_wash=100",
            "--episodes", "group_wash=100", "--episodes", "fat_finger=100", "--out", flow).exits(0);
        Cli.run("replay", flow, "--out", journal).exits(0);
    }

    @Test
    void shouldDrawEveryAlertWithItsEvidenceAndConditions() throws Exception
    {
        final long alerts = Cli.run("alerts", journal, "--json").exits(0).out().lines().count();
        assertTrue(alerts > 3, "the simulated venue has no alerts to draw");
        for (int row = 1; row <= alerts; row++)
        {
            Cli.run("plot", journal, "--alert", row, "--out", out).exits(0);
            final String text = text(out);
            assertTrue(text.contains("(alert "), text);
            assertTrue(text.contains("Evidence</text>"), text);
            assertTrue(text.contains("Measured against thresholds</text>"), text);
            assertFalse(text.contains("NaN"), text);
        }
    }

    @Test
    void shouldDrawAsAnExplanationSays() throws Exception
    {
        final String command = Cli.run("explain", journal, "last").exits(0).out().lines()
            .filter(line -> line.contains("./fds plot ")).findFirst().orElseThrow();
        final List<String> words = new ArrayList<>(List.of(command.strip().split(" ")));
        words.set(words.size() - 1, out.toString());
        Cli.run(words.subList(1, words.size())).exits(0);
        assertTrue(text(out).contains("(alert " + words.get(4) + ")"), command);
    }

    @Test
    void shouldDrawAJournalAsTheFileItIsFrom() throws IOException
    {
        final Path other = directory.resolve("other.svg");
        Cli.run("plot", flow, "--instrument", "ETH-USDT", "--out", out).exits(0);
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--out", other).exits(0);
        assertEquals(Files.readString(out).replace("flow.csv", "journal"), Files.readString(other));
        Cli.run("plot", journal, "--instrument", "SIM:ETH-USDT", "--out", out).exits(0);
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(out));
    }

    @Test
    void shouldNotFlattenAPictureForOneTradeFarOff() throws Exception
    {
        final StringBuilder rows = new StringBuilder("timestamp_ns,kind,instrument,side,price,quantity\n");
        for (int i = 0; i < 200; i++)
        {
            rows.append(1_767_600_000_000_000_000L + i * 1_000_000L).append(",TRADE,A,B,")
                .append(i == 77 ? "500.0" : "100." + i % 10).append(",1\n");
        }
        final Path file = Files.createDirectory(directory.resolve("far")).resolve("far.csv");
        Files.writeString(file, rows);
        Cli.run("plot", file, "--out", out).exits(0);
        assertTrue(text(out).contains("too far off to be drawn: 1, from 500 to 500."), text(out));
        assertFalse(text(out).contains(">200.0<"), text(out));
    }

    @Test
    void shouldNameTheNearestInstrument()
    {
        Cli.run("plot", journal, "--instrument", "ETHUSDT", "--out", out)
            .refuses("--instrument is 'ETHUSDT'", "nearest: ETH-USDT", "most events have");
        Cli.run("plot", journal, "--out", out).refuses("--instrument is missing", "most events have");
    }

    @Test
    void shouldSayWhatLiesInAnEmptyRange()
    {
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--from", "2020-01-01", "--to", "2020-01-02", "--out", out)
            .refuses("ETH-USDT", "between --from and --to", "2026-01-05T");
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--from", "2026-01-02", "--to", "2026-01-01", "--out", out)
            .refuses("--to must not be earlier");
    }

    @Test
    void shouldRefuseAlertsThatAreNotThere()
    {
        Cli.run("plot", journal, "--alert", "ffffffffffffffff", "--out", out).refuses("no alert is 'ffffffffffffffff'");
        Cli.run("plot", flow, "--alert", "1", "--out", out).refuses("--alert", "no journal", "--out DIR");
        Cli.run("plot", journal, "--alert", "1", "--account", "5", "--out", out).refuses("--account", "--alert");
    }

    @Test
    void shouldNameAccountsThatAreThere()
    {
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--account", "nobody", "--out", out)
            .refuses("--account is 'nobody'", "for example");
    }

    @Test
    void shouldRefuseWhereItCannotWrite() throws IOException
    {
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--out", directory.resolve("none/picture.svg"))
            .refuses("--out", "directory that can be written");
        Cli.run("plot", journal, "--instrument", "ETH-USDT", "--out", directory).refuses("--out");
        Cli.run("plot", journal, "--instrument", "ETH-USDT").refuses("--out");
        Cli.run("plot", directory.resolve("nothing.csv"), "--instrument", "A", "--out", out).refuses("nothing.csv");
    }

    @Test
    void shouldDrawRecordingsOfEveryFormat() throws Exception
    {
        for (final String recording : new String[]{
            "bitstamp-l3-2015/orders.csv.gz", "lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz",
            "pump-trades-binance-96h/BNTBTC_20200424T1559.csv.gz" })
        {
            Cli.run("plot", Cli.recording(recording), "--out", out).exits(0);
            assertTrue(text(out).contains(Path.of(recording).getFileName().toString()), recording);
        }
    }

    /** A whole document, small enough to be shown anywhere. */
    private static String text(final Path svg) throws Exception
    {
        final byte[] bytes = Files.readAllBytes(svg);
        assertTrue(bytes.length < 1_000_000, svg + " has " + bytes.length + " bytes");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
