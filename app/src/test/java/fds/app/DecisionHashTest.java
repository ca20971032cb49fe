package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same input and configuration decide the same bytes: any threading mode, from the file or its journal, any JDK.
 */
class DecisionHashTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2", "sharded:4");

    /** Thresholds at which even quiet recordings have something to decide. */
    private static final List<String> EAGER = List.of(
        "--set", "detectors.D01.match_count=2", "--set", "detectors.D01.notional_usd=1",
        "--set", "detectors.D01.usual_volume_nanos=0ns");

    @TempDir
    Path directory;

    @Test
    void shouldDecideTheSameOnHyperliquidFills() throws IOException
    {
        shouldDecideTheSame(Cli.recording("hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz"), 1);
    }

    @Test
    void shouldDecideTheSameOnBitstampOrders() throws IOException
    {
        shouldDecideTheSame(Cli.recording("bitstamp-l3-2015/orders.csv.gz"), 2, 1);
    }

    @Test
    void shouldDecideTheSameOnLobsterMessages() throws IOException
    {
        shouldDecideTheSame(Cli.recording("lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz"), 1, 1);
    }

    @Test
    void shouldDecideTheSameOnCmeOrders() throws IOException
    {
        shouldDecideTheSame(Cli.recording("cme-es-mbo-2024/es_20240508_2s_mbo.csv.gz"), 1);
    }

    @Test
    void shouldDecideTheSameOnBinanceStreams() throws IOException
    {
        shouldDecideTheSame(Cli.recording("binance-depth-trades-2024/cm_ethusd_perp_20240808.log.gz"), 2, 1);
    }

    @Test
    void shouldDecideTheSameOnOrderflow() throws IOException
    {
        final Path flow = directory.resolve("flow");
        Cli.run("simulate", "--seed", 11, "--events", 100_000, "--format", "orderflow", "--out", flow).exits(0);
        shouldDecideTheSame(flow, 1_000);
    }

    @Test
    void shouldDecideTheSameOnLargeOrderflow() throws IOException
    {
        Assumptions.assumeTrue(Cli.isLarge(), "a million events take a minute: set FDS_LARGE=1");
        final Path flow = directory.resolve("flow");
        Cli.run("simulate", "--seed", 12, "--events", 1_000_000, "--format", "orderflow", "--out", flow).exits(0);
        shouldDecideTheSame(flow, 10_000);
    }

    @Test
    void shouldDecideTheSameOnCsv() throws IOException
    {
        shouldDecideTheSame(csv("plain.csv", 13), 1_000);
    }

    @Test
    void shouldDecideTheSameOnCsvWithTextIds() throws IOException
    {
        shouldDecideTheSame(csv("texts.csv", 14, "--text-ids"), 1_000);
    }

    @Test
    void shouldDecideTheSameOnAnotherJdk() throws IOException
    {
        final String other = System.getenv("FDS_JDK25");
        Assumptions.assumeTrue(other != null, "needs another JDK: name its home in FDS_JDK25");
        final Path flow = csv("flow.csv", 15, "--text-ids");
        for (final List<String> settings : List.of(EAGER, Cli.SMALL))
        {
            final String hash = Cli.run("replay", flow, settings).exits(0).value("decision_hash");
            for (final String mode : MODES)
            {
                try (Cli.Child child = Cli.start(
                    Path.of(other), directory.resolve("words"), "replay", flow, settings, "--threads", mode))
                {
                    final Cli.Result result = child.await().exits(0);
                    assertEquals(hash, result.value("decision_hash"), result.toString());
                }
            }
        }
    }

    @Test
    void shouldVerifyWhatReplayKeeps() throws IOException
    {
        final Path flow = csv("flow.csv", 16);
        final Path one = directory.resolve("one");
        final Path other = directory.resolve("other");
        final Path small = directory.resolve("small");
        final String hash = Cli.run("replay", flow, "--out", one).exits(0).value("decision_hash");
        Cli.run("replay", flow, "--out", other, "--threads", "sharded:2").exits(0);
        Cli.run("replay", flow, "--out", small, Cli.SMALL).exits(0);

        assertEquals(hash, Cli.run("verify", one).exits(0).value("decision_hash"));
        for (final String mode : MODES)
        {
            assertEquals(hash, Cli.run("verify", other, "--threads", mode).exits(0).value("decision_hash"));
        }
        Cli.run("verify", small).exits(0);
        assertEquals(hash, Cli.run("verify", one, "--expect", other).exits(0).value("decision_hash"));
        final Cli.Result differs = Cli.run("verify", one, "--expect", small).exits(1);
        assertTrue(differs.out().contains("decision record "), differs.toString());
        Cli.run("verify", small, "--expect", one).exits(1);
    }

    @Test
    void shouldKeepIdsOfTheSameEpisodesInWhatIf() throws IOException
    {
        final Path flow = csv("flow.csv", 3, "--rate", "1000", "--episodes", "self_wash=200");
        final Path journal = directory.resolve("journal");
        final Cli.Result asWas = Cli.run("replay", flow, "--json", "--out", journal).exits(0);
        final Cli.Result whatIf = Cli.run("replay", journal, "--json", EAGER).exits(0);
        final Cli.Result without = Cli.run("replay", journal, "--json", "--set",
            "detectors.D01.enabled=false").exits(0);

        assertNotEquals(asWas.value("decision_hash"), whatIf.value("decision_hash"));
        assertNotEquals(asWas.value("decision_hash"), without.value("decision_hash"));
        // The what-if of a journal is the run of its file with those settings.
        assertEquals(Cli.run("replay", flow, EAGER).exits(0).value("decision_hash"), whatIf.value("decision_hash"));
        final Set<String> known = episodes(asWas, "");
        assertTrue(!known.isEmpty(), asWas.toString());
        final Set<String> others = episodes(asWas, "D02");
        assertEquals(others, episodes(without, "D02"));
        assertEquals(others, episodes(whatIf, "D02"));
        assertEquals(Set.of(), episodes(without, "D01"));
        // Of the detector that was changed: an episode that opens at the same event has the same id.
        final Set<String> again = episodes(whatIf, "D01");
        again.retainAll(episodes(asWas, "D01"));
        assertTrue(!again.isEmpty(), "no episode opened where it did before");
        for (final String episode : again)
        {
            assertEquals(idOf(asWas, episode), idOf(whatIf, episode), episode);
        }
    }

    private void shouldDecideTheSame(final Path input, final long blindSpotsMin) throws IOException
    {
        shouldDecideTheSame(input, 0, blindSpotsMin);
    }

    private void shouldDecideTheSame(final Path input, final long usualMin, final long blindSpotsMin)
        throws IOException
    {
        final Path journal = directory.resolve("imported");
        final Cli.Result imported = Cli.run("import", input, "--journal", journal, EAGER).exits(0);
        final String usual = shouldAgree(input, journal, imported.value("last_sequence"), EAGER, usualMin);
        final String evicting = shouldAgree(
            input, journal, imported.value("last_sequence"), Cli.texts(EAGER, Cli.SMALL), blindSpotsMin);
        assertNotEquals(usual, evicting);
    }

    /** The hash on which the file and its journal, which was imported with other settings, agree in every mode. */
    private static String shouldAgree(final Path input, final Path journal, final String lastSequence,
        final List<String> settings, final long blindSpotsMin)
    {
        final Cli.Result first = Cli.run("replay", input, settings, "--threads", MODES.get(0)).exits(0);
        assertEquals(lastSequence, first.value("last_sequence"), first.toString());
        assertTrue(first.number("blind_spots") >= blindSpotsMin, first.toString());
        assertTrue(blindSpotsMin > 0 || first.number("blind_spots") == 0, first.toString());
        for (final String mode : MODES)
        {
            // Each mode reads the file or the journal, and inline, whose hash is the measure, has read the file.
            final Path from = mode.equals("pipelined") || mode.equals("sharded:4") ? input : journal;
            final Cli.Result result = Cli.run("replay", from, settings, "--threads", mode).exits(0);
            for (final String key : List.of(
                "decision_hash", "events", "alerts", "findings", "blind_spots", "last_sequence"))
            {
                assertEquals(first.value(key), result.value(key), key + " of " + result);
            }
        }
        return first.value("decision_hash");
    }

    private static Set<String> episodes(final Cli.Result result, final String detector)
    {
        final Set<String> episodes = new HashSet<>();
        final Matcher matcher = Pattern.compile(
            "\"detector\":\"(" + (detector.isEmpty() ? "[^\"]*" : detector) + ")\".*\"episode\":\"opened\".*" +
            "\"first_sequence\":(\\d+)").matcher(result.out());
        while (matcher.find())
        {
            episodes.add(matcher.group(1) + " " + matcher.group(2));
        }
        return episodes;
    }

    private static Set<String> idOf(final Cli.Result result, final String episode)
    {
        final String[] parts = episode.split(" ");
        final Set<String> ids = new HashSet<>();
        result.out().lines().filter(line -> line.contains("\"detector\":\"" + parts[0] + "\"") &&
            line.contains("\"first_sequence\":" + parts[1] + ",")).forEach(line ->
            ids.add(line.replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1")));
        return ids;
    }

    private Path csv(final String name, final long seed, final String... more) throws IOException
    {
        final Path folder = Files.createDirectories(directory.resolve(name + ".d"));
        final Path file = folder.resolve(name);
        Cli.run("simulate", "--seed", seed, "--events", 40_000, "--out", file, List.of(more)).exits(0);
        return file;
    }
}
