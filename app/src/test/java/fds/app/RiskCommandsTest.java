package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of risk and of silencing: changes of level, lists of addresses, mutes that hold in the journal. */
class RiskCommandsTest
{
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path directory;

    private Path flow;
    private Path journal;

    /** Account 7 trades with itself every second, so that D01 finds; then 8 withdraws to an address. */
    @BeforeEach
    void write() throws IOException
    {
        flow = directory.resolve("flow.csv");
        journal = directory.resolve("journal");
        Files.writeString(directory.resolve("instruments.csv"), """
            instrument,venue,type,base,quote,tick_size,lot_size,multiplier,tier,underlying,price_max,quantity_max
            X,V1,spot,BTC,USDT,1,1,1,1,,1000000,1000000
            USDT,V1,asset,,USD,0.0001,0.01,1,1,,10000,1000000
            """);
        final StringBuilder rows = new StringBuilder(
            "timestamp_ns,kind,instrument,order_id,account,counter_order_id,counter_account,side,price,quantity,ref\n");
        for (int i = 0; i < 12; i++)
        {
            final long time = START + i * 1_000_000_000L;
            rows.append(time).append(",NEW,X,").append(2 * i + 1).append(",7,,,S,50000,3,\n");
            rows.append(time + 1).append(",NEW,X,").append(2 * i + 2).append(",7,,,B,50000,3,\n");
            rows.append(time + 2).append(",TRADE,X,").append(2 * i + 1).append(",7,").append(2 * i + 2)
                .append(",7,B,50000,3,t").append(i).append('\n');
        }
        rows.append(START + 13_000_000_000L).append(",WITHDRAW_REQUEST,USDT,,8,,,,,5,0xABCD\n");
        rows.append(START + 14_000_000_000L).append(",NEW,X,101,9,,,S,50001,3,\n");
        Files.writeString(flow, rows);
    }

    @Test
    void shouldListChangesOfRisk()
    {
        Cli.run("replay", flow, "--out", journal).exits(0);

        final Cli.Result table = Cli.run("alerts", journal, "--risk", "--account", "7").exits(0);
        assertTrue(table.out().lines().skip(1).findFirst().orElseThrow()
            .matches(".*account +7 +low +medium .*findings .*pattern .*gives.*"), table.toString());
        final Cli.Result json = Cli.run("alerts", journal, "--risk", "--json", "--limit", "1").exits(0);
        assertTrue(json.out().contains("\"subject_kind\":\"account\",\"subject\":\"7\",\"venue\":\"V1\"," +
            "\"instrument\":null,\"level_before\":"), json.toString());
        assertTrue(Cli.run("alerts", journal, "--risk", "--csv").exits(0).out().contains(",account,7,V1,low,medium,"));
        assertTrue(Cli.run("export", journal, "--what", "decisions").exits(0).out().contains(",risk_change,"));
        Cli.run("alerts", journal, "--risk", "--detector", "D01").refuses("--risk", "--detector");
    }

    @Test
    void shouldLeaveAlertsAsTheyAreWithoutRisk()
    {
        final Path without = directory.resolve("without");
        Cli.run("replay", flow, "--out", journal).exits(0);
        Cli.run("replay", flow, "--set", "risk.enabled=false", "--out", without).exits(0);

        final String alerts = Cli.run("alerts", journal, "--json").exits(0).out();
        assertTrue(alerts.contains("\"D01\""), alerts);
        assertEquals(Cli.run("alerts", without, "--json").exits(0).out(), alerts);
        assertEquals("", Cli.run("alerts", without, "--risk").exits(0).out());
    }

    @Test
    void shouldKnowAddressesOfAList() throws IOException
    {
        final Path list = directory.resolve("listed.txt");
        Files.writeString(list, "# addresses\n0xabcd\n\n1234567890123456789012345678901234\n");
        Cli.run("replay", flow, "--out", journal, "--sanctions", list).exits(0);

        final String changes = Cli.run("alerts", journal, "--risk", "--account", "8", "--csv").exits(0).out();
        assertTrue(changes.contains(",account,8,V1,low,critical,100,"), changes);
        Cli.run("verify", journal).exits(0);
        final String events = Cli.run("export", journal, "--format", "json").exits(0).out();
        assertTrue(events.contains("\"listed\":true,\"address\":\"0xabcd\",\"list\":\"listed.txt\""), events);
        Files.writeString(list, "0xabcd\nnot an address\n");
        Cli.run("replay", flow, "--sanctions", list).refuses("listed.txt:2", "'not an address'", "without blanks");
        Cli.run("replay", journal, "--sanctions", list).exits(ExitCode.USAGE);
    }

    @Test
    void shouldKeepAListThroughAnotherConfiguration() throws IOException
    {
        final Path list = directory.resolve("listed.txt");
        final Path config = directory.resolve("run.yaml");
        final List<String> rows = Files.readAllLines(flow);
        Files.writeString(list, "0xAbCd\n");
        Files.writeString(config, "feeds:\n  files: [flow.csv]\n");
        Files.write(flow, rows.subList(0, 10));
        Cli.run("run", "--config", config, "--out", journal, "--sanctions", list).exits(0);
        Files.write(flow, rows);
        Cli.run("run", "--config", config, "--out", journal, "--set", "episodes.quiet=6m").exits(0);

        assertTrue(Cli.run("alerts", journal, "--risk", "--account", "8", "--csv").exits(0).out()
            .contains(",account,8,V1,low,critical,100,"));
        Cli.run("verify", journal).exits(0);
    }

    @Test
    void shouldMuteFromTheEndOfAJournalOn() throws IOException
    {
        final List<String> rows = Files.readAllLines(flow);
        Files.write(flow, rows.subList(0, 10));
        final Path config = directory.resolve("run.yaml");
        Files.writeString(config, "feeds:\n  files: [flow.csv]\n");
        final Cli.Result first = Cli.run("run", "--config", config, "--out", journal).exits(0);
        Cli.run("mute", journal, "--detector", "D01", "--account", "7", "--for", "1h", "--author", "ann", "--reason",
            "a test account of ours").exits(0);
        Cli.run("verify", journal).exits(0);
        Files.write(flow, rows);
        final Cli.Result went = Cli.run("run", "--config", config, "--out", journal).exits(0);

        assertEquals(3, first.number("findings"), first.toString());
        assertEquals(12, went.number("findings"), went.toString());
        assertEquals(9, went.number("muted"), went.toString());
        assertEquals(first.number("alerts"), went.number("alerts"), went.toString());
        Cli.run("verify", journal).exits(0);
        assertTrue(Cli.run("export", journal, "--what", "decisions", "--format", "json").exits(0).out()
            .contains("\"episode\":\"muted\""));
        assertTrue(Cli.run("export", journal, "--format", "json").exits(0).out()
            .contains("\"author\":\"ann\",\"reason\":\"a test account of ours\""));
    }

    @Test
    void shouldRefuseAMuteOfNothing()
    {
        Cli.run("replay", flow, "--out", journal).exits(0);
        Cli.run("mute", journal, "--for", "1h", "--author", "ann", "--reason", "why").refuses("names nothing");
        Cli.run("mute", journal, "--detector", "13", "--for", "1h", "--author", "ann", "--reason", "why")
            .refuses("--detector is '13'", "as D13");
        Cli.run("mute", journal, "--detector", "D13", "--author", "ann", "--reason", "why").refuses("--for", "--lift");
        Cli.run("mute", journal, "--instrument", "Y", "--for", "1h", "--author", "ann", "--reason", "why")
            .refuses("--instrument is 'Y'");
        Cli.run("mute", journal, "--detector", "D13", "--for", "soon", "--author", "ann", "--reason", "why")
            .refuses("soon");
    }
}
