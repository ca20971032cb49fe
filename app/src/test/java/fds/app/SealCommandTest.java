package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a journal to a proof that is checked without it. */
class SealCommandTest
{
    @TempDir
    private Path directory;

    private Path journal;
    private Path key;
    private String anchor;

    @BeforeEach
    void keep()
    {
        journal = directory.resolve("journal");
        key = directory.resolve("seal.key");
        anchor = "file:" + directory.resolve("anchor.txt");
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 42, "--events", 60_000, "--text-ids", "--out", flow).exits(0);
        Cli.run("replay", flow, "--out", journal).exits(0);
        Cli.run("seal-key", key).exits(0);
    }

    @Test
    void shouldProveEveryAlertWithoutItsJournal() throws IOException
    {
        assertEquals("none", Cli.run("verify", journal).exits(0).value("seal"));
        final Cli.Result sealed =
            Cli.run("seal", journal, "--key", key, "--once", "--anchor", anchor, "--block-records", 1_000).exits(0);
        final String root = sealed.value("root");
        assertTrue(sealed.number("blocks") > 20, sealed.toString());
        final List<Map<String, Object>> alerts =
            Cli.run("alerts", journal, "--json").exits(0).out().lines().map(Json::parse).toList();
        assertTrue(alerts.size() > 3, alerts.size() + " alerts");
        for (final Map<String, Object> alert : alerts)
        {
            final Path file = directory.resolve("proof.json");
            final Cli.Result proved = Cli.run("prove", journal, alert.get("id"), "--out", file).exits(0);
            assertEquals(root, proved.value("root"));
            assertTrue(Files.size(file) < 2 << 20, proved.toString());
            final Cli.Result checked = Cli.run("check", file, "--root", root).exits(0);
            assertEquals(alert.get("id"), checked.value("alert"));
            assertTrue(checked.out().contains((String)alert.get("summary_en")), alert + "\n" + checked);
            assertTrue(checked.out().contains((String)alert.get("summary_ko")), alert + "\n" + checked);
        }
        refusesForgedProofs(directory.resolve("proof.json"), root);
    }

    @Test
    void shouldTellInVerifyWhatTheSealSays() throws IOException
    {
        assertTrue(
            Cli.run("verify", journal, "--public-key", key + ".pub").exits(1).out().contains("there is no seal"));
        Cli.run("seal", journal, "--key", key, "--once", "--anchor", anchor).exits(0);
        final Cli.Result plain = Cli.run("verify", journal).exits(0);
        assertEquals("ok", plain.value("seal"));
        assertTrue(plain.out().contains("the directory's own word") && plain.out().contains("no anchor was asked"),
            plain.toString());
        final Cli.Result trusting =
            Cli.run("verify", journal, "--public-key", key + ".pub", "--anchor", anchor).exits(0);
        assertEquals(1, trusting.out().lines().count(), trusting.toString());
        assertEquals(trusting.number("blocks") - 1, trusting.number("anchored_block"));
        Cli.run("verify", journal, "--journal-id", trusting.value("journal")).exits(0);
        assertTrue(Cli.run("verify", journal, "--journal-id", "0".repeat(32)).exits(1).out().contains("not of 0000"));

        final Path blocks = journal.resolve("seal/blocks.txt");
        final List<String> lines = Files.readAllLines(blocks);
        Files.write(blocks, lines.subList(0, lines.size() - 1));
        final Cli.Result cut = Cli.run("verify", journal, "--anchor", anchor).exits(1);
        assertTrue(cut.out().contains("cut or rolled back"), cut.toString());
        assertEquals("failed", cut.value("seal"));
    }

    @Test
    void shouldRefuseWhatCannotBeInOneLine() throws IOException
    {
        Cli.run("prove", journal, "1").refuses("has no seal");
        Cli.run("seal", journal, "--key", directory.resolve("none.key"), "--once").refuses("none.key", "no such file");
        Cli.run("seal", journal, "--key", key, "--once", "--anchor", "pigeon:coop").refuses("pigeon:coop", "must be");
        Cli.run("seal", journal, "--key", key, "--once", "--block-records", 0).refuses("--block-records is '0'");
        Cli.run("seal", journal, "--key", key, "--every", "soon").refuses("--every", "soon");
        Cli.run("seal-key", key).refuses("already");
        final Path nonsense = Files.writeString(directory.resolve("nonsense.json"), "{\"format\":\"other\"}");
        Cli.run("check", nonsense, "--root", "0".repeat(64)).refuses("nonsense.json", "not a proof");
        Files.writeString(nonsense, "[1,2");
        Cli.run("check", nonsense, "--root", "0".repeat(64)).refuses("nonsense.json");
        Cli.run("check", nonsense, "--root", "xyz").refuses("nonsense.json");
    }

    @Test
    void shouldSealBesideAndStopWhenTold() throws IOException, InterruptedException
    {
        try (Cli.Child sealer = Cli.start(directory.resolve("words"), "seal", journal, "--key", key, "--every", "50ms",
            "--anchor", anchor, "--block-records", 500))
        {
            final Path blocks = journal.resolve("seal/receipts.txt");
            for (int i = 0; i < 600 && !Files.exists(blocks); i++)
            {
                Thread.sleep(50);
            }
            final Cli.Result stopped = sealer.terminate();
            assertTrue(stopped.out().startsWith("blocks="), stopped.toString());
        }
        final Cli.Result verified = Cli.run("verify", journal, "--anchor", anchor).exits(0);
        assertEquals(0, verified.number("unsealed_events"));
    }

    private void refusesForgedProofs(final Path file, final String root) throws IOException
    {
        Cli.run("check", file).refuses("--root", root);
        Cli.run("check", file, "--public-key", key + ".pub").exits(0);
        assertFalse(Cli.run("check", file, "--root", "0".repeat(64)).exits(1).out().contains("alert "));
        final Path other = directory.resolve("other.key");
        Cli.run("seal-key", other).exits(0);
        Cli.run("check", file, "--public-key", other + ".pub").exits(1);
        final String text = Files.readString(file);
        final int at = text.lastIndexOf("\"payload\":\"") + 50;
        Files.writeString(file, text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));
        final Cli.Result forged = Cli.run("check", file, "--root", root).exits(1);
        assertTrue(forged.out().contains("does not lead to the root"), forged.toString());
        // Cut anywhere, it is refused in one line or found wrong; never a stack trace.
        for (int length = 0; length < text.length(); length += 1 + text.length() / 60)
        {
            Files.writeString(file, text.substring(0, length));
            final Cli.Result cut = Cli.run("check", file, "--root", root).hasNoStackTrace();
            assertEquals(2, cut.code(), cut.toString());
        }
    }
}
