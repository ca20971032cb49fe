package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a venue or a file may do to an order: refused with its place, or taken, alike in every threading mode. */
class OrderOdditiesTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");
    private static final String HEADER =
        "timestamp_ns,kind,instrument,order_id,account,counter_order_id,counter_account," +
        "side,price,quantity,ref,flags\n";
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path directory;

    private Path flow;
    private Path out;
    private Path alerts;

    @BeforeEach
    void companions() throws IOException
    {
        flow = directory.resolve("flow.csv");
        out = directory.resolve("out");
        alerts = directory.resolve("alerts.json");
        Files.writeString(directory.resolve("instruments.csv"),
            "instrument,venue,type,base,quote,tick_size,lot_size,multiplier,tier,underlying,price_max,quantity_max\n" +
            "X,V1,spot,X,USD,0.5,0.01,1,1,,1000,100\nY,V1,spot,Y,USD,0.5,0.01,1,3,,1000,100\n");
    }

    @Test
    void shouldRefuseBadRowsWithTheirPlace() throws IOException
    {
        final String[][] bad = {
            { "1,NEW,X,9,7,,,B,10.3,1,,", "price", "10.3", "tick 0.5" },
            { "1,NEW,X,9,7,,,B,10,0.001,,", "quantity", "0.001", "lot 0.01" },
            { "1,NEW,X,9,7,,,B,-10,1,,", "price", "-10" },
            { "1,NEW,X,9,7,,,B,0,1,,", "price", "0" },
            { "1,NEW,X,9,7,,,B,10,0,,", "quantity", "0" },
            { "1,NEW,X,9,7,,,B,10,-1,,", "quantity", "-1" },
            { "1,NEW,X,9,7,,,B,1000.5,1,,", "price", "1000.5", "1000" },
            { "1,NEW,X,9,7,,,B,10,100.01,,", "quantity", "100.01", "100" },
            { "1,NEW,X,9,7,,,B,99999999999999999999999999,1,,", "price", "99999999999999999999999999" },
            { "1,NEW,X,9,7,,,B,1e400,1,,", "price", "1e400" },
            { "1,NEW,X,9,7,,,B,NaN,1,,", "price", "NaN" },
            { "1,NEW,Z,9,7,,,B,10,1,,", "instrument", "Z" },
            { "1,NEW,X,9,7,,,Q,10,1,,", "side", "Q", "B or S" },
            { "1,NEW,X,,7,,,B,10,1,,", "order_id" },
            { "1,NEW,X,9,7,,,,10,1,,", "side" },
            { "1,NEW,X,9,7,,,B,,1,,", "price" },
            { "1,NEW,X,9,7,,,B,10,1,,shiny", "flags", "shiny" },
            { "1,OLD,X,9,7,,,B,10,1,,", "kind", "OLD" },
            { "1,CANCEL,X,,7,,,,,,,", "order_id" },
            { "1,BBO,X,,,,,B,,1,,", "price" },
            { "0,NEW,X,9,7,,,B,10,1,,", "timestamp_ns", "0", "1970 to 2200" },
            { "-1,NEW,X,9,7,,,B,10,1,,", "timestamp_ns", "-1" },
            { "8000000000000000000,NEW,X,9,7,,,B,10,1,,", "timestamp_ns", "8000000000000000000" },
            { "noon,NEW,X,9,7,,,B,10,1,,", "timestamp_ns", "noon" },
            { "1,NEW,X," + "a".repeat(67) + ",7,,,B,10,1,,", "order_id", "66 bytes" },
            { "1,NEW,X,9,7,,,B,10,1", "row", "10 cells" },
            { "1,NEW,X,9,7,,,B,10,1,,,,", "row", "cells" } };
        for (final String[] row : bad)
        {
            Files.writeString(flow, HEADER + order(1, 1) + row[0] + "\n" + order(2, 2));
            for (final String mode : List.of("inline", "pipelined"))
            {
                final Cli.Result result =
                    Cli.run("replay", flow, "--out", out, "--alerts", alerts, "--threads", mode).refuses(flow + ":3: ");
                for (int i = 1; i < row.length; i++)
                {
                    assertTrue(result.err().contains(row[i]), "no '" + row[i] + "' in " + result);
                }
            }
            Cli.run("import", flow, "--journal", out).refuses(flow + ":3: ", row[1]);
            nothingIsLeft();

            final Path rejects = directory.resolve("rejects.csv");
            final Cli.Result skipped =
                Cli.run("replay", flow, "--on-bad-row=skip", "--rejects", rejects).exits(0).hasNoStackTraceLines();
            assertEquals(1, skipped.number("rejected"), skipped.toString());
            assertEquals(2, skipped.number("events"), skipped.toString());
            final List<String> kept = Files.readAllLines(rejects);
            assertEquals(2, kept.size(), kept.toString());
            assertTrue(kept.get(1).contains("flow.csv,3," + row[1] + ","), kept.get(1));
        }
    }

    @Test
    void shouldTakeWhatAVenueMayDoInEveryModeAlike() throws IOException
    {
        final StringBuilder rows = new StringBuilder(HEADER);
        rows.append(row(1, "NEW", "X", "1", "7", "", "", "B", "10", "1", ""));
        rows.append(row(2, "NEW", "X", "1", "8", "", "", "S", "11", "2", ""));      // the same order id again
        rows.append(row(1, "NEW", "X", "2", "7", "", "", "B", "10.5", "1", ""));    // time goes backwards
        rows.append(row(1, "NEW", "X", "3", "7", "", "", "S", "10", "1", ""));      // equal time, crossed book
        rows.append(row(3, "CANCEL", "X", "99", "7", "", "", "", "", "", ""));      // never seen
        rows.append(row(3, "REPLACE", "X", "98", "7", "", "", "", "10", "5", ""));
        rows.append(row(3, "TRADE", "X", "97", "", "96", "", "B", "10", "5", "t1")); // all unknown
        rows.append(row(4, "TRADE", "X", "2", "7", "3", "7", "S", "10.5", "1", "t2"));
        rows.append(row(4, "TRADE", "X", "2", "7", "3", "7", "S", "10.5", "50", "t3")); // more than there was
        rows.append(row(4, "CANCEL", "X", "1", "", "", "", "", "", "90", ""));      // more than is open
        rows.append(row(4, "CANCEL", "X", "1", "", "", "", "", "", "", ""));        // and again
        rows.append(row(9_000_000_000_000L, "NEW", "X", "5", "7", "", "", "B", "10", "1", "")); // hours later
        rows.append(row(5, "NEW", "Y", "5", "7", "", "", "B", "10", "1", ""));      // and back again, on Y the same id
        Files.writeString(flow, rows);
        String hash = null;
        for (final String mode : MODES)
        {
            final Path kept = directory.resolve(mode.replace(':', '-'));
            final Cli.Result result =
                Cli.run("replay", flow, "--out", kept, "--threads", mode).exits(0).hasNoStackTraceLines();
            assertEquals(13, result.number("events"), result.toString());
            assertEquals(hash == null ? result.value("decision_hash") : hash, result.value("decision_hash"), mode);
            hash = result.value("decision_hash");
            assertEquals(hash, Cli.run("verify", kept).exits(0).value("decision_hash"));
        }
    }

    @Test
    void shouldNeverTakeOneUnknownAccountForAnother() throws IOException
    {
        final StringBuilder unknown = new StringBuilder(HEADER);
        final StringBuilder known = new StringBuilder(HEADER);
        for (int i = 0; i < 200; i++)
        {
            unknown.append(row(i, "TRADE", "X", "", "", "", "", "B", "100", "50", ""));
            known.append(row(i, "TRADE", "X", "", "7", "", "7", "B", "100", "50", ""));
        }
        Files.writeString(flow, known);
        assertTrue(Cli.run("replay", flow).exits(0).number("alerts") > 0, "account 7 trades with itself");
        Files.writeString(flow, unknown);
        for (final String mode : MODES)
        {
            assertEquals(0, Cli.run("replay", flow, "--threads", mode).exits(0).number("findings"), mode);
        }
    }

    @Test
    void shouldSurviveAnyMixtureInEveryModeAlike() throws IOException
    {
        final String[] kinds = { "NEW", "NEW", "NEW", "CANCEL", "REPLACE", "TRADE", "TRADE" };
        for (long seed = 1; seed <= 8; seed++)
        {
            final Random random = new Random(seed);
            final StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 0; i < 3_000; i++)
            {
                final String kind = kinds[random.nextInt(kinds.length)];
                final boolean isTrade = kind.equals("TRADE");
                rows.append(row(random.nextInt(8) == 0 ? random.nextInt(2_000_000_000) : i * 1_000_000L, kind,
                    random.nextBoolean() ? "X" : "Y", one(random, 40, isTrade ? 5 : 99), one(random, 6, 4),
                    isTrade ? one(random, 40, 5) : "", isTrade ? one(random, 6, 4) : "",
                    kind.equals("CANCEL") || kind.equals("REPLACE") ? "" : random.nextBoolean() ? "B" : "S",
                    kind.equals("CANCEL") ? "" : Integer.toString(1 + random.nextInt(40)),
                    kind.equals("CANCEL") && random.nextBoolean() ? "" : Integer.toString(1 + random.nextInt(99)),
                    ""));
            }
            Files.writeString(flow, rows);
            String first = null;
            for (final String mode : MODES)
            {
                final Cli.Result result = Cli.run("replay", flow, "--threads", mode, "--on-bad-row=skip", "--rejects",
                    directory.resolve("r.csv"), seed % 2 == 0 ? Cli.SMALL : List.of()).exits(0).hasNoStackTraceLines();
                final String said = result.value("decision_hash") + " " + result.value("rejected") + " " +
                    result.value("last_sequence");
                first = first == null ? said : first;
                assertEquals(first, said, "seed " + seed + " " + mode);
            }
        }
    }

    @Test
    void shouldSurviveAnyDamageToAFile() throws IOException
    {
        final Path sound = directory.resolve("sound.csv");
        Cli.run("simulate", "--seed", 2, "--events", 400, "--text-ids", "--out", sound).exits(0);
        final byte[] bytes = Files.readAllBytes(sound);
        for (long seed = 1; seed <= 30; seed++)
        {
            final Random random = new Random(seed);
            final byte[] damaged = bytes.clone();
            for (int i = 1 + random.nextInt(20); i > 0; i--)
            {
                damaged[random.nextInt(damaged.length)] = (byte)random.nextInt(256);
            }
            Files.write(flow, random.nextInt(4) == 0 ?
                java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) :
                damaged);
            final Cli.Result strict = Cli.run("replay", flow, "--out", out, "--alerts", alerts);
            strict.hasNoStackTraceLines();
            assertTrue(strict.code() == 0 || strict.code() == 2, "seed " + seed + " " + strict);
            if (strict.code() == 2)
            {
                assertTrue(strict.err().contains("flow.csv:"), "seed " + seed + " " + strict);
                nothingIsLeft();
            }
            final Cli.Result lenient = Cli.run(
                "replay", flow, "--on-bad-row=skip", "--rejects", directory.resolve("r.csv")).hasNoStackTraceLines();
            assertTrue(lenient.code() == 0 || lenient.code() == 2, "seed " + seed + " " + lenient);
            Cli.remove(out);
            Files.deleteIfExists(alerts);
        }
    }

    private void nothingIsLeft() throws IOException
    {
        assertFalse(Files.exists(out), "a half-written journal was left behind");
        try (var files = Files.list(directory))
        {
            assertEquals(List.of(),
                files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("alerts")).toList());
        }
    }

    private static String one(final Random random, final int count, final int unknownOf)
    {
        return random.nextInt(unknownOf) == 0 ? "" : Integer.toString(1 + random.nextInt(count));
    }

    private static String order(final long time, final int id)
    {
        return row(time, "NEW", "X", Integer.toString(id), "7", "", "", "B", "10", "1", "");
    }

    private static String row(final long time, final String kind, final String instrument, final String... cells)
    {
        return START + time + "," + kind + "," + instrument + "," + String.join(",", cells) + ",\n";
    }
}
