package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import fds.app.view.JournalFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pseudonymous export names nobody, and whoever holds the key finds whom he knows. */
class PseudonymTest
{
    private static final String ACCOUNT = "42";
    private static final String GROUP = "other desk";

    @TempDir
    private static Path directory;
    private static Path journal;
    private static Path key;

    @BeforeAll
    static void prepare()
    {
        journal = JournalFixture.writeAftermath(directory.resolve("journal"));
        key = directory.resolve("key");
        assertEquals(0, CommandRun.of("pseudonym", "--new-key", key).exitCode());
    }

    @ParameterizedTest
    @CsvSource({ "events, csv", "events, json", "decisions, csv", "decisions, json" })
    void shouldNameNobody(final String what, final String format)
    {
        final CommandRun plain = CommandRun.of("export", journal, "--what", what, "--format", format);
        final CommandRun run = export(what, format);

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(plain.lines().size(), run.lines().size());
        for (final String name : List.of("0xabc", "desk", "0a11000000000001", "0a22000000000002"))
        {
            assertFalse(run.out().contains(name), name + " is in " + run.out());
        }
        final String account = "\"42\"|,42,|accounts? 42\\b";
        assertTrue(plain.lines().stream().anyMatch(line -> line.matches(".*(" + account + ").*")), plain.out());
        assertTrue(run.lines().stream().noneMatch(line -> line.matches(".*(" + account + ").*")), run.out());
    }

    @Test
    void shouldBeFoundByWhoHoldsTheKey()
    {
        final String account = pseudonym(ACCOUNT);
        final String group = CommandRun.of("pseudonym", "--key", key, "--of", "owner_group", GROUP).out().strip()
            .substring(GROUP.length() + 1);

        assertTrue(account.matches("acc-[0-9a-f]{24}"), account);
        assertTrue(group.matches("own-[0-9a-f]{24}"), group);
        assertTrue(export("events", "csv").lines().stream().anyMatch(line -> line.contains("," + account + ",") &&
            line.contains("," + group + ",")));
        assertTrue(export("decisions", "json").out().contains("\"" + account + "\""));
    }

    @Test
    void shouldKeepWhatBelongsTogether()
    {
        final List<Map<String, Object>> decisions =
            export("decisions", "json").lines().stream().map(Json::parse).toList();
        final Object alert = decisions.get(0).get("id");
        final List<Map<String, Object>> actions =
            decisions.stream().filter(record -> record.get("record").equals("action")).toList();

        assertEquals(2, actions.size());
        assertEquals(List.of(alert), actions.get(0).get("alerts"));
        assertNotEquals(List.of(alert), actions.get(1).get("alerts"));
        final Map<String, Object> risk = decisions.stream().filter(record -> record.get("record").equals("risk_change"))
            .findFirst().orElseThrow();
        assertTrue(risk.toString().contains(alert.toString()), risk.toString());
    }

    @Test
    void shouldBeTheSameForTheSameKeyOnly()
    {
        final Path other = directory.resolve("other-key");
        CommandRun.of("pseudonym", "--new-key", other);

        assertEquals(export("events", "csv").out(), export("events", "csv").out());
        assertNotEquals(export("events", "csv").out(),
            CommandRun.of("export", journal, "--pseudonyms", other).out());
    }

    @Test
    void shouldWriteCompanionsAlike() throws IOException
    {
        final Path files = directory.resolve("files");

        assertEquals(0, CommandRun.of("export", journal, "--pseudonyms", key, "--out", files).exitCode());

        final String accounts = Files.readString(files.resolve("accounts.csv"));
        assertTrue(accounts.contains(pseudonym(ACCOUNT)), accounts);
        assertFalse(accounts.contains("desk"), accounts);
        final Cli.Result again = Cli.run("replay", files.resolve("events.csv")).exits(0);
        assertEquals(6, again.number("events"));
    }

    @Test
    void shouldLeaveOutWhatCannotBeReplaced() throws IOException
    {
        final Path muted = directory.resolve("muted");
        final Path flow = Files.writeString(directory.resolve("flow.csv"),
            "timestamp_ns,kind,instrument,order_id,account,side,price,quantity\n1,NEW,X,1,A,B,100,1\n");
        Cli.run("replay", flow, "--out", muted).exits(0);
        Cli.run("mute", muted, "--detector", "D01", "--for", "1d", "--author", "Jane Roe",
            "--reason", "her own account").exits(0);

        final List<Map<String, Object>> records =
            CommandRun.of("export", muted, "--format", "json", "--pseudonyms", key).lines().stream().map(Json::parse)
            .filter(record -> record.get("kind").equals("MUTE")).toList();

        assertEquals(1, records.size());
        assertNull(records.get(0).get("author"));
        assertNull(records.get(0).get("reason"));
    }

    @Test
    void shouldKeepKeysFromOthersAndFromBeingLost() throws IOException
    {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        final String before = Files.readString(key);
        Cli.run("pseudonym", "--new-key", key).refuses(key.toString(), "is there already");
        assertEquals(before, Files.readString(key));
        final Path wrong = Files.writeString(directory.resolve("wrong"), "secret\n");
        Cli.run("export", journal, "--pseudonyms", wrong).refuses(wrong.toString(), "64 hexadecimal digits");
        Cli.run("export", journal, "--pseudonyms", directory.resolve("none")).refuses("no such file");
        Cli.run("pseudonym", "--key", key).refuses("NAME");
        Cli.run("pseudonym", "42").refuses("--key");
    }

    private static CommandRun export(final String what, final String format)
    {
        return CommandRun.of("export", journal, "--what", what, "--format", format, "--pseudonyms", key);
    }

    private static String pseudonym(final String account)
    {
        return CommandRun.of("pseudonym", "--key", key, account).out().strip().split(" ")[1];
    }
}
