package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.actions.file.SentCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done about alerts, from the command line: lists, a person's word, commands in a file, replays. */
class ActionsCommandTest
{
    /** Two trades with oneself are enough for a freeze that a person has to allow. */
    private static final List<String> EAGER = List.of("--set", "detectors.D01.match_count=2",
        "--set", "detectors.D01.notional_usd=1", "--set", "detectors.D01.usual_volume_nanos=0ns",
        "--set", "policy.table.medium.wash_trade.any=[freeze_account+approval, cancel_orders, notify_user]",
        "--set", "policy.limits.freeze_nanos=1h");

    private static final Pattern PENDING = Pattern.compile(
        "\"action\":\"([0-9a-f]{16})\",\"kind\":\"freeze_account\",\"state\":\"pending\".*\"decided_ns\":(\\d+)");

    @TempDir
    Path directory;

    @Test
    void shouldListWhatADryRunDecidedAndSendNothing() throws IOException
    {
        final Path journal = directory.resolve("journal");
        Cli.run("run", "--config", config(), "--out", journal, EAGER).exits(0);

        final Cli.Result list = Cli.run("actions", journal).exits(0);
        assertTrue(list.out().contains("freeze_account"), list.toString());
        assertTrue(list.out().lines().skip(1).allMatch(line -> line.contains("dry-run")), list.toString());
        assertFalse(Files.exists(journal.resolve("actions.jsonl")));
        final long all = Cli.run("actions", journal, "--json").out().lines().count();
        assertEquals(all, Cli.run("actions", journal, "--csv").out().lines().count() - 1);
        final Cli.Result frozen =
            Cli.run("actions", journal, "--json", "--kind", "freeze_account", "--state", "pending").exits(0);
        assertTrue(frozen.out().lines().count() > 0 && frozen.out().lines().count() < all, frozen.toString());
        assertTrue(frozen.out().lines().allMatch(line -> PENDING.matcher(line).find()), frozen.toString());
        assertEquals(1, Cli.run("actions", journal, "--json", "--limit", 1).out().lines().count());
        assertEquals(0, Cli.run("actions", journal, "--json", "--account", "nobody").out().lines().count());
        assertEquals(Cli.run("actions", journal, "--kind", "freeze_account", "--state", "pending").exits(0).out(),
            Cli.run("actions", journal, "--kind", "FREEZE_ACCOUNT", "--state", "Pending").exits(0).out());
        Cli.run("actions", journal, "--kind", "jail").refuses("--kind is 'jail'", "freeze_account");
        Cli.run("actions", directory).refuses("not a journal");
        assertTrue(Cli.run("export", journal, "--what", "decisions", "--format", "json").out()
            .contains("\"kind\":\"freeze_account\""));
    }

    @Test
    void shouldMarkAShadow() throws IOException
    {
        final Path journal = directory.resolve("journal");
        Cli.run("run", "--config", config(), "--out", journal, EAGER, "--set", "policy.mode=shadow").exits(0);

        final List<String> commands = Files.readAllLines(journal.resolve("actions.jsonl"));
        assertFalse(commands.isEmpty());
        assertTrue(commands.stream().allMatch(line -> line.contains("\"mode\":\"shadow\"")));
    }

    @Test
    void shouldSendOnceTakeAPersonsWordAndGoOn() throws IOException
    {
        final Path journal = directory.resolve("journal");
        final Path file = journal.resolve("actions.jsonl");
        run(journal);
        final List<String> first = Files.readAllLines(file);
        assertFalse(first.isEmpty());
        assertTrue(first.stream().noneMatch(line -> line.contains("freeze_account")), "nobody allowed it yet");
        assertEquals(first.size(), new HashSet<>(first).size());

        final String action = pending(Cli.run("actions", journal, "--json").out()).group(1);
        Cli.run("approve", journal, action, "--by", "Kim", "--reason", "three trades with himself").exits(0);
        run(journal);
        final List<String> second = Files.readAllLines(file);
        assertEquals(first, second.subList(0, first.size()));
        assertEquals(1, second.size() - first.size());
        assertTrue(second.get(first.size()).contains("\"do\":\"freeze_account\""), second.toString());
        final Cli.Result list = Cli.run("actions", journal, "--json", "--kind", "freeze_account").exits(0);
        assertTrue(list.out().contains("\"state\":\"sent\""), list.toString());
        assertTrue(list.out().contains("\"approver\":\"Kim\",\"reason\":\"three trades with himself\""),
            list.toString());

        Cli.run("approve", journal, action, "--by", "Lee", "--reason", "explained by his broker", "--refuse").exits(0);
        run(journal);
        run(journal);
        final List<String> third = Files.readAllLines(file);
        assertEquals(1, third.size() - second.size(), "taken back once, however often it is run");
        assertTrue(third.get(second.size()).contains("\"release\":true"), third.toString());
        Cli.run("approve", journal, action, "--by", "Kim", "--reason", "again").refuses("is revoked");
        Cli.run("verify", journal).exits(0);
        assertEquals(Cli.run("verify", journal).value("decision_hash"),
            Cli.run("replay", journal, "--threads", "sharded:2").exits(0).value("decision_hash"));
    }

    /** Dead between journal and send: what was journaled and is not in the file is sent by the next run. */
    @Test
    void shouldSendWhatADeadRunOwed() throws IOException
    {
        final Path journal = directory.resolve("journal");
        final Path file = journal.resolve("actions.jsonl");
        run(journal);
        final String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.lastIndexOf("{\"key\"") + 30));
        run(journal);

        assertEquals(whole, Files.readString(file));
    }

    @Test
    void shouldDecideTheSameWithAnswersInEveryMode() throws IOException
    {
        final Path flow = flow();
        final Path plain = directory.resolve("plain");
        final Cli.Result without = Cli.run("replay", flow, EAGER, "--out", plain).exits(0);
        final Matcher pending = pending(Cli.run("actions", plain, "--json").out());
        final Path answers = directory.resolve("answers.jsonl");
        final long time = Long.parseLong(pending.group(2)) + 250_000_000L;
        Files.writeString(answers, answer(time, "APPROVAL", pending.group(1), "granted", "Kim") +
            answer(time + 1, "ACTION_ACK", pending.group(1), "failed", "gateway") +
            answer(time + 2, "ACTION_ACK", "00000000000000ff", "done", "gateway"));

        String hash = null;
        for (final String mode : List.of("inline", "fused", "pipelined", "sharded:2", "sharded:4"))
        {
            final Path journal = directory.resolve("journal-" + mode.replace(':', '-'));
            final Cli.Result with =
                Cli.run("replay", flow, EAGER, "--answers", answers, "--threads", mode, "--out", journal).exits(0);
            hash = hash == null ? with.value("decision_hash") : hash;
            assertEquals(hash, with.value("decision_hash"), mode);
            assertEquals(hash, Cli.run("replay", journal).exits(0).value("decision_hash"), mode);
        }
        assertNotEquals(without.value("decision_hash"), hash);
        final String states = Cli.run(
            "export", directory.resolve("journal-inline"), "--what", "decisions", "--format", "json").out().lines()
            .filter(line -> line.contains(pending.group(1)))
            .map(line -> line.replaceAll(".*\"state\":\"(\\w+)\".*", "$1")).toList().toString();
        assertTrue(states.startsWith("[pending, approved, retried"), states);
        final Path journal = directory.resolve("journal-fused");
        Cli.run("replay", journal, "--answers", answers).refuses("--answers", "a journal holds the answers");
    }

    @Test
    void shouldNameWhatIsWrongWithAnAnswer() throws IOException
    {
        final Path flow = flow();
        refuses(flow, answer(5, "APPROVAL", "00000000000000ff", "yes", "Kim"), "verdict is 'yes'", ":1:");
        refuses(flow, answer(5, "APPROVAL", "00000000000000ff", "granted", " "), "by is ' '", "must name who decided");
        refuses(flow, answer(5, "APPROVAL", "xyz", "granted", "Kim"), "action is 'xyz'", "16 hexadecimal digits");
        refuses(flow, answer(5, "TALK", "00000000000000ff", "granted", "Kim"), "kind is 'TALK'");
        refuses(flow, "[]\n", "must be a JSON object");
        refuses(flow, answer(5, "ACTION_ACK", "00000000000000ff", "sent", "") +
            answer(4, "ACTION_ACK", "00000000000000ff", "sent", ""), "must not go back");
        Cli.run("replay", flow, "--answers", directory.resolve("none")).refuses("there is no such file");
    }

    @Test
    void shouldRefuseToApproveWhatDoesNotWait() throws IOException
    {
        final Path journal = directory.resolve("journal");
        Cli.run("run", "--config", config(), "--out", journal, EAGER).exits(0);

        Cli.run("approve", journal, "ffff", "--by", "Kim", "--reason", "x").refuses("no action is 'ffff'");
        final String action = Cli.run("actions", journal, "--json", "--kind", "notify_user").out()
            .replaceAll("(?s).*?\"action\":\"([0-9a-f]{16})\".*", "$1");
        Cli.run("approve", journal, action, "--by", "Kim", "--reason", "x").refuses("does not wait for a person");
        Cli.run("approve", journal, "1", "--by", " ", "--reason", "x").refuses("--by has nothing in it");
        assertFalse(Files.exists(journal.resolve("answers.jsonl")));
    }

    @Test
    void shouldSendEachCommandOnceBehindASnapshot() throws IOException
    {
        final Path calm = directory.resolve("calm");
        run(calm);
        final List<SentCommand> expected = sent(calm);
        final Path out = directory.resolve("out");
        final List<String> rows = Files.readAllLines(flow());
        Files.write(directory.resolve("half.csv"), rows.subList(0, 1 + 3 * 15));
        final Path half = Files.writeString(directory.resolve("half.yaml"), "feeds:\n  files: half.csv\n");
        Cli.run("run", "--config", half, "--out", out, EAGER, "--set", "policy.mode=live").exits(0);
        final List<SentCommand> before = sent(out);
        assertTrue(before.size() > 1 && before.size() < expected.size(), before + " of " + expected);
        // What a process leaves that died between a decision and its command.
        final Path file = out.resolve("actions.jsonl");
        Files.write(file, Files.readAllLines(file).subList(0, before.size() - 1));
        Cli.run("follow", out, "--once").exits(0);

        final Cli.Result last = Cli.run("run", "--config", config(), "--out", out, EAGER,
            "--set", "policy.mode=live").exits(0);
        assertTrue(last.err().contains("snapshot at sequence "), last.toString());
        final List<SentCommand> all = sent(out);
        assertEquals(before, all.subList(0, before.size()), "what was owed is sent, and nothing before it again");
        assertEquals(all.size(), new HashSet<>(all).size(), all.toString());
        // The venue's answers stand elsewhere in this journal, so alerts behind them have other ids.
        assertEquals(expected.size(), all.size(), all + " of " + expected);
    }

    private static List<SentCommand> sent(final Path journal) throws IOException
    {
        return Files.readAllLines(journal.resolve("actions.jsonl")).stream().map(SentCommand::of).toList();
    }

    @Test
    void shouldSayWhereCommandsCannotGo() throws IOException
    {
        Cli.run("run", "--config", config(), "--out", directory.resolve("journal"), "--set", "policy.mode=live",
            "--set", "deployment.actions.file=/nowhere/actions.jsonl")
            .refuses("/nowhere/actions.jsonl: commands cannot be written there: there is no such directory");
    }

    private void run(final Path journal) throws IOException
    {
        Cli.run("run", "--config", config(), "--out", journal, EAGER, "--set", "policy.mode=live").exits(0);
    }

    private void refuses(final Path flow, final String answers, final String... parts) throws IOException
    {
        final Path file = directory.resolve("bad.jsonl");
        Files.writeString(file, answers);
        Cli.run("replay", flow, "--answers", file).refuses(parts);
    }

    private Path config() throws IOException
    {
        final Path file = directory.resolve("run.yaml");
        Files.writeString(file, "feeds:\n  files: [" + flow() + "]\n");
        return file;
    }

    /** Three accounts trade with themselves, once a second in turn, for half a minute. */
    private Path flow() throws IOException
    {
        final Path flow = directory.resolve("flow.csv");
        if (!Files.exists(flow))
        {
            final StringBuilder rows = new StringBuilder("timestamp_ns,kind,instrument,order_id,account," +
                "counter_order_id,counter_account,side,price,quantity\n");
            final String[] accounts = { "0xaaa", "0xbbb", "7" };
            for (int i = 0; i < 30; i++)
            {
                final long time = 1_700_000_000_000_000_000L + i * 1_000_000_000L;
                final String account = accounts[i % accounts.length];
                rows.append(time).append(",NEW,BTC-USDT,s").append(i).append(',').append(account)
                    .append(",,,S,100.5,1.5\n")
                    .append(time).append(",NEW,BTC-USDT,b").append(i).append(',').append(account)
                    .append(",,,B,100.5,1.5\n")
                    .append(time).append(",TRADE,BTC-USDT,s").append(i).append(',').append(account).append(",b")
                    .append(i).append(',').append(account).append(",B,100.5,1.5\n");
            }
            Files.writeString(flow, rows.toString());
            Files.writeString(directory.resolve("instruments.csv"), "instrument,venue,type,base,quote,tick_size," +
                "lot_size,multiplier,tier,underlying,price_max,quantity_max\n" +
                "BTC-USDT,V1,spot,BTC,USDT,0.1,0.1,1,1,,1000,1000\n");
        }
        return flow;
    }

    private static String answer(
        final long time, final String kind, final String action, final String verdict, final String by)
    {
        return "{\"timestamp_ns\":" + time + ",\"kind\":\"" + kind + "\",\"action\":\"" + action +
            "\",\"verdict\":\"" + verdict + "\",\"by\":\"" + by + "\",\"text\":\"because\"}\n";
    }

    private static Matcher pending(final String json)
    {
        final Matcher matcher = PENDING.matcher(json);
        assertTrue(matcher.find(), json);
        return matcher;
    }
}
