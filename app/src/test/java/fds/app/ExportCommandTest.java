package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.app.view.JournalFixture;
import fds.app.view.JournalTexts;
import fds.engine.Engine;
import fds.engine.EngineConfig;
import fds.engine.Intake;
import fds.engine.Threading;
import fds.engine.Waiting;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.SyncPolicy;
import fds.market.detector.Detection;
import fds.market.door.FrameSink;
import fds.market.episode.EpisodeConfig;
import fds.market.partition.Capacity;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code fds export} writes. */
class ExportCommandTest
{
    private static final String HEADER = "timestamp_ns,receive_ns,kind,venue,instrument,order_id,account," +
        "counter_order_id,counter_account,side,price,quantity,value,ref,reason,flags";

    @TempDir
    private static Path directory;
    private static Path journal;

    @BeforeAll
    static void writeJournal()
    {
        journal = JournalFixture.write(directory.resolve("journal"));
    }

    @Test
    void shouldWriteEventsAsNormalizedCsv()
    {
        final CommandRun run = CommandRun.of("export", journal);

        assertEquals(HEADER + """

            1767323045001000000,1767323045001000000,NEW,V1,BTC-USD,17,42,,,B,100000.5,1.5,,,,post_only|last
            1767323045002000000,1767323045002000000,NEW,V1,BTC-USD,order-é,"0xabc,""=1+1""\",,,S,,0.5,,,,market|last
            1767323045003000000,1767323045003000000,TRADE,V1,BTC-USD,17,42,order-é,"0xabc,""=1+1""\",S,100000.5,0.5,\
            ,9001,,last
            1767323045101000000,1767323045101000000,CANCEL,V1,BTC-USD,17,42,,,,,1,,,user,last
            1767323045102000000,1767323045102000000,FUNDING,V1,ETH-USD,,,,,,2500,,0.0001,,,last
            1767323045103000000,1767323045103000000,OWNER_GROUP,V1,,,42,,,,,,,other desk,,last
            """, run.out());
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void shouldGiveTheSameEventsWhenReadBack() throws IOException
    {
        final Path files = directory.resolve("files");
        assertEquals(0, CommandRun.of("export", journal, "--out", files).exitCode());
        assertEquals(List.of("accounts.csv", "events.csv", "instruments.csv"), names(files));

        final Path again = reimport(files.resolve("events.csv"), directory.resolve("again"));

        assertEquals(CommandRun.of("export", journal).out(), CommandRun.of("export", again).out());
        final JournalTexts before = JournalTexts.read(journal, JournalTexts.EVERY_SPACE);
        final JournalTexts after = JournalTexts.read(again, JournalTexts.EVERY_SPACE);
        assertEquals(before.instruments(), after.instruments());
        assertEquals(before.accounts(), after.accounts());
        assertEquals(before.lastSequence(), after.lastSequence());
        assertEquals(before.lastTimeNanos(), after.lastTimeNanos());
    }

    @Test
    void shouldReadPricesInTheTickThatHeldThen() throws IOException
    {
        final Path changed = JournalFixture.writeNewVersion(directory.resolve("changed"));
        final Path files = directory.resolve("changed-files");
        final CommandRun run = CommandRun.of("export", changed);

        assertEquals(List.of("1.5", "2", "1.75"),
            run.lines().stream().skip(1).map(line -> line.split(",")[10]).toList());
        assertTrue(run.err().contains("tick or lot of SOL-USD changed"), run.err());
        assertEquals(List.of("1.75"), CommandRun.of("export", changed, "--from=#5").lines().stream().skip(1)
            .map(line -> line.split(",")[10]).toList());
        assertEquals(List.of("1.5", "2", "1.75"), CommandRun.of("export", changed, "--format=json").lines().stream()
            .map(Json::parse).filter(record -> record.get("kind").equals("NEW")).map(record -> record.get("price"))
            .toList());
        assertEquals(0, CommandRun.of("export", changed, "--out", files).exitCode());
        assertEquals(2, Files.readAllLines(files.resolve("instruments.csv")).size());
    }

    @Test
    void shouldWriteEveryRecordAsJson()
    {
        final CommandRun run = CommandRun.of("export", journal, "--format", "json");
        final List<Map<String, Object>> records = run.lines().stream().map(Json::parse).toList();

        assertEquals(List.of("CONFIG", "INSTRUMENT", "INSTRUMENT", "ID", "ID", "ACCOUNT", "ACCOUNT", "NEW", "ID", "NEW",
            "TRADE", "TICK", "ID", "CANCEL", "FUNDING", "ID", "OWNER_GROUP"),
            records.stream().map(record -> record.get("kind")).toList());
        assertEquals("0.5", records.get(1).get("tick_size"));
        assertEquals(JournalFixture.WALLET, records.get(3).get("text"));
        assertEquals("desk", records.get(6).get("owner_group"));
        final Map<String, Object> trade = records.get(10);
        assertEquals(11L, trade.get("sequence"));
        assertEquals("100000.5", trade.get("price"));
        assertEquals(200_001L, trade.get("price_ticks"));
        assertEquals(JournalFixture.WALLET, trade.get("counter_account"));
        assertEquals(List.of("last"), trade.get("flags"));
        assertTrue(trade.containsKey("value") && trade.get("value") == null);
    }

    @Test
    void shouldWriteDecisionsWithTheirNames()
    {
        final List<Map<String, Object>> records = CommandRun.of("export", journal, "--what=decisions", "--format=json")
            .lines().stream().map(Json::parse).toList();

        assertEquals(List.of("finding", "alert", "finding", "alert", "finding", "alert", "finding", "blind_spot",
            "finding", "alert", "alert"), records.stream().map(record -> record.get("record")).toList());
        assertEquals("closed", records.get(10).get("episode"));
        assertEquals("desk", records.get(0).get("subject"));
        final Map<String, Object> spot = records.get(7);
        assertEquals("table_full", spot.get("cause"));
        assertEquals("order", spot.get("table"));
        assertEquals("17", spot.get("subject"));
        assertEquals("BTC-USD", spot.get("instrument"));
    }

    @Test
    void shouldWriteDecisionsAsCsv()
    {
        final CommandRun run = CommandRun.of("export", journal, "--what=decisions", "--from=#14", "--to=#14");

        assertEquals("7,blind_spot,14,2026-01-02T03:04:05.104Z,,,,,,,V1,BTC-USD,,,,,table_full,order,17,1,",
            run.out().split("\r\n")[4]);
        assertEquals(5, run.out().split("\r\n").length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--from=#11 | 4",
        "--to=#11 | 3",
        "--from=#12 --to=#13 | 0",
        "--from=2026-01-02T03:04:05.101Z --to=2026-01-02T03:04:05.102Z | 2",
        "--to=1767323045001000000 | 1",
        "--from=2027-01-01 | 0" })
    void shouldWriteTheSpan(final String options, final int events)
    {
        final List<Object> args = new ArrayList<>(List.of("export", journal));
        args.addAll(List.of(options.split(" ")));

        assertEquals(1 + events, CommandRun.of(args.toArray()).lines().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--format=xml | expected one of",
        "--what=all | expected one of",
        "--from=noon | must be an ISO-8601 time" })
    void shouldRefuseBadArguments(final String option, final String message)
    {
        final CommandRun run = CommandRun.of("export", journal, option);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void shouldRefuseToWriteWhereItCannot() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("taken"), "text");
        final CommandRun run = CommandRun.of("export", journal, "--out", file);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--out " + file), run.err());
        assertEquals(1, run.err().lines().count());
        assertEquals("text", Files.readString(file));
    }

    @Test
    void shouldEndQuietlyWhenNobodyReadsOn()
    {
        final PrintStream out = System.out;
        final PrintStream err = System.err;
        final ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(new OutputStream()
        {
            @Override
            public void write(final int b) throws IOException
            {
                throw new IOException("Broken pipe");
            }
        }));
        System.setErr(new PrintStream(caught, true));
        try
        {
            assertEquals(0, Fds.run("export", journal.toString()));
            assertEquals(0, Fds.run("export", journal.toString(), "--format=json"));
        }
        finally
        {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", caught.toString());
        assertFalse(Files.exists(Path.of("events.csv.part")));
    }

    private static Path reimport(final Path csv, final Path target)
    {
        final Detection nothing = new Detection(
            new Capacity(64, 64, 64, 64, 16, 64), EpisodeConfig.DEFAULT, 1, List.of());
        final FrameSink ignore = new FrameSink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                // nothing is decided
            }

            @Override
            public void onBatchEnd()
            {
                // nothing is decided
            }
        };
        try (InputFeed feed = Feeds.open(List.of(csv), "csv", FeedOptions.none());
            Journal written = Journal.open(target, new JournalConfig(SyncPolicy.NONE, 1 << 16, 1 << 20, 1 << 20));
            Engine engine = new Engine(
                new EngineConfig(Threading.parse("inline"), Waiting.SLEEPING, 256, 64, 1 << 10, 64, false),
                text -> nothing, written.events(), written.decisions(), ignore, (event, reason) ->
                {
                    throw new AssertionError(reason);
                }, (stage, sequence, cause) -> cause.printStackTrace()))
        {
            engine.command(own ->
            {
                own.configure("nothing: 0", 1, "build");
                feed.instruments().forEach(own::define);
                feed.accounts().forEach(own::own);
            });
            final Intake intake = engine.openIntake();
            while (feed.next(intake.claim()))
            {
                intake.publish();
            }
            engine.flush();
        }
        return target;
    }

    private static List<String> names(final Path folder) throws IOException
    {
        try (var paths = Files.list(folder))
        {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
