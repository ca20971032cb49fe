package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import fds.journal.verify.JournalVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged journal is refused with the remedy; what is whole is taken, and the run on it comes to the same. */
class RepairCommandTest
{
    @TempDir
    Path directory;

    private Path config;
    private Path journal;
    private Path fresh;
    private Cli.Result calm;

    @BeforeEach
    void run() throws IOException
    {
        Cli.run("simulate", "--seed", 11, "--events", 20_000, "--rate", 1_000, "--text-ids",
            "--episodes", "self_wash=1000", "--out", directory.resolve("flow.csv")).exits(0);
        config = Files.writeString(directory.resolve("fds.yaml"), "feeds:\n  files: flow.csv\n");
        journal = directory.resolve("journal");
        fresh = directory.resolve("fresh");
        calm = Cli.run("run", "--config", config, "--out", journal, "--acks", directory.resolve("acks")).exits(0);
    }

    @Test
    void shouldTellWhatIsJournaled() throws IOException
    {
        final List<String> told = Files.readAllLines(directory.resolve("acks"));
        assertEquals(calm.value("last_sequence"), told.get(told.size() - 1));
        for (int i = 1; i < told.size(); i++)
        {
            assertTrue(Long.parseLong(told.get(i - 1)) < Long.parseLong(told.get(i)), told.toString());
        }
        Cli.run("run", "--config", config, "--out", fresh, "--acks", directory.resolve("no/acks")).refuses("no/acks");
    }

    @Test
    void shouldGoOnBehindWhatIsWholeOfCutJournal() throws IOException
    {
        try (FileChannel channel = FileChannel.open(queue("events"), StandardOpenOption.WRITE))
        {
            channel.truncate(channel.size() / 2);
        }
        refuseAndRepair("its head names");
    }

    @Test
    void shouldGoOnBehindWhatIsWholeOfChangedJournal() throws IOException
    {
        try (FileChannel channel = FileChannel.open(queue("events"), StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(new byte[4096]), channel.size() / 2);
        }
        refuseAndRepair("is damaged");
    }

    @Test
    void shouldSayThatEventsOfDecisionsAreGone() throws IOException
    {
        Files.write(directory.resolve("few.csv"),
            Files.readAllLines(directory.resolve("flow.csv")).subList(0, 5_000));
        final Path few = Files.writeString(directory.resolve("few.yaml"), "feeds:\n  files: few.csv\n");
        final Path other = directory.resolve("other");
        Cli.run("run", "--config", few, "--out", other).exits(0);
        final Path events = queue("events");
        try (Stream<Path> files = Files.list(other.resolve("events")))
        {
            Files.write(events, Files.readAllBytes(
                files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow()));
        }
        refuseAndRepair("is about event sequence");
    }

    @Test
    void shouldRefuseWhatIsNoJournalOrNotNew()
    {
        Cli.run("repair", directory, "--out", fresh).refuses(directory.toString());
        Cli.run("repair", journal, "--out", directory).refuses("there is something in it already");
    }

    private void refuseAndRepair(final String reason) throws IOException
    {
        Cli.run("run", "--config", config, "--out", journal).refuses(reason, "'fds repair'");
        final Cli.Result repaired = Cli.run("repair", journal, "--out", fresh).exits(0);
        assertTrue(repaired.number("events") > 1_000 && repaired.value("whole").equals("false"), repaired.toString());
        assertEquals(List.of(), JournalVerifier.verify(fresh).problems());
        final Cli.Result last = Cli.run("run", "--config", config, "--out", fresh).exits(0);
        assertEquals(calm.value("decision_hash"), last.value("decision_hash"));
        assertEquals(calm.value("last_sequence"), last.value("last_sequence"));
        Cli.run("verify", fresh).exits(0);
    }

    private Path queue(final String name) throws IOException
    {
        try (Stream<Path> files = Files.list(journal.resolve(name)))
        {
            return files.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }
}
