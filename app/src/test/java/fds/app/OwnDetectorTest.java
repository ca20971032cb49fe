package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.market.codec.event.ConfigEncoder;
import fds.market.control.ControlFrames;
import fds.market.event.MarketEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors from users' jars: the documented example, one that throws, one that never stops talking, broken ones. */
class OwnDetectorTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");
    private static final Path EXAMPLE = Cli.home().resolve("docs/own-detector/src");

    @TempDir
    Path directory;

    private Path flow;

    @BeforeEach
    void simulate()
    {
        flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 31, "--events", 20_000, "--out", flow).exits(0);
    }

    @Test
    void shouldRunTheDocumentedExample() throws Exception
    {
        final Path jar = jar("own.jar", EXAMPLE);
        final Path out = directory.resolve("out");
        final Cli.Result result = Cli.run("replay", flow, "--detectors", jar, "--json", "--out", out,
            "--set", "detectors.D500.cancel_count=5").exits(0);
        assertTrue(result.out().contains("\"detector\":\"D500\""), result.toString());
        assertTrue(result.out().contains(" orders in a row on "), result.toString());
        assertTrue(result.number("alerts") > 0, result.toString());
        for (final String mode : MODES)
        {
            assertEquals(result.value("decision_hash"), Cli.run("replay", flow, "--detectors", jar, "--threads", mode,
                "--set", "detectors.D500.cancel_count=5").exits(0).value("decision_hash"), mode);
        }
        assertNotEquals(result.value("decision_hash"), Cli.run("replay", flow).exits(0).value("decision_hash"));

        final String sha256 =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        final String config = configOf(out);
        assertTrue(config.contains("detectors.D500.jar_sha256: " + sha256), config);
        assertTrue(config.contains("detectors.D500.cancel_count: 5"), config);

        assertEquals(result.value("decision_hash"),
            Cli.run("verify", out, "--detectors", jar).exits(0).value("decision_hash"));
        assertEquals(result.value("decision_hash"),
            Cli.run("replay", out, "--detectors", jar).exits(0).value("decision_hash"));
        for (final String mode : MODES)
        {
            Cli.run("replay", out, "--threads", mode).refuses("D500", "--detectors");
            Cli.run("verify", out, "--threads", mode).refuses("D500", "--detectors");
        }
    }

    @Test
    void shouldTellWhenJarIsAnother() throws Exception
    {
        final Path jar = jar("own.jar", EXAMPLE);
        final Path source = copyOfExample();
        final Path detector = source.resolve("example/CancelStreakDetector.java");
        Files.writeString(detector, Files.readString(detector).replace("Severity.LOW", "Severity.HIGH"));
        final Path other = jar("other.jar", source);
        final Path out = directory.resolve("out");
        Cli.run("replay", flow, "--detectors", jar, "--out", out).exits(0);

        // A what-if with a new version of the jar is allowed; nobody may take it for a repetition.
        final Cli.Result whatIf = Cli.run("replay", out, "--detectors", other).exits(0);
        assertTrue(whatIf.err().contains("detector D500 is from another jar: jar_sha256 was "), whatIf.toString());
        final Cli.Result verified = Cli.run("verify", out, "--detectors", other).exits(1);
        assertTrue(verified.err().contains("detector D500 is from another jar: jar_sha256 was "), verified.toString());
    }

    @Test
    void shouldStopWithErrorLogWhenDetectorThrows() throws Exception
    {
        final Path jar = jar("bad.jar", throwing("D501", """
            if (++seen == 5_000) { throw new IllegalStateException("bad luck at " + event.sequence()); }"""));
        final Path good = jar("good.jar", throwing("D501", ""));
        for (final String mode : MODES)
        {
            for (final String ring : List.of("128", "16384"))
            {
                final Path out = directory.resolve("out-" + mode.replace(':', '-') + "-" + ring);
                final Cli.Result result = Cli.run("replay", flow, "--detectors", jar, "--out", out,
                    "--threads", mode, "--set", "deployment.ring=" + ring).exits(3).hasNoStackTraceLines();
                assertTrue(result.err().contains(out.resolve("errors.log").toString()), result.toString());
                final String log = Files.readString(out.resolve("errors.log"));
                assertTrue(log.contains("bad luck at") && log.contains("event sequence ") &&
                    log.contains("ThrowingDetector.onEvent"), log);
                assertEquals(List.of(), JournalVerifier.verify(out).problems(), mode);
                assertTrue(JournalVerifier.verify(out).events() > 1_000, JournalVerifier.verify(out).toString());
                assertEquals(List.of(), engineThreads(), mode + " left threads behind");
                // What is there is a journal: a program without the fault decides on it.
                Cli.run("replay", out, "--detectors", good).exits(0);
            }
        }
    }

    @Test
    void shouldNotLeaveDecisionsWithoutTheirEvents() throws Exception
    {
        final Path jar = jar("bad.jar", throwing("D501", """
            findings.onFinding(finding.begin(event).subject(fds.market.finding.SubjectKind.INSTRUMENT, 0, 0));
            if (++seen == 5_000 && Boolean.getBoolean("fds.test.throws")) { throw new IllegalStateException(); }"""));
        for (final String mode : List.of("pipelined", "sharded:2"))
        {
            for (int round = 0; round < 5; round++)
            {
                final Path out = directory.resolve("out-" + mode.replace(':', '-') + round);
                System.setProperty("fds.test.throws", "true");
                Cli.run("replay", flow, "--detectors", jar, "--out", out, "--threads", mode).exits(3);
                System.clearProperty("fds.test.throws");
                // Decisions may be behind the events, and are then "made now"; ahead of them or others they never are.
                final Cli.Result result = Cli.run("verify", out, "--detectors", jar);
                assertTrue(result.code() == 0 || result.out().contains(" was made now and is not in "),
                    mode + " round " + round + " " + result);
            }
        }
    }

    @Test
    void shouldNotHangOnDetectorThatTellsTooMuch() throws Exception
    {
        final StringBuilder evidence = new StringBuilder();
        for (int i = 0; i < 64; i++)
        {
            evidence.append(".evidence(event.sequence() - ").append(i)
                .append(", fds.market.finding.EvidenceRole.ORDER)");
        }
        final Path jar = jar("noisy.jar", throwing("D502",
            "for (int i = 0; i < 20; i++) { findings.onFinding(finding.begin(event)" +
            ".subject(fds.market.finding.SubjectKind.INSTRUMENT, 0, 0)" + evidence + "); }"));
        Cli.run("simulate", "--seed", 32, "--events", 8_000, "--out", flow).exits(0);
        String hash = null;
        for (final String mode : MODES)
        {
            try (Cli.Child child = Cli.start(directory.resolve("words"), "replay", flow, "--detectors", jar,
                "--threads", mode, "--set", "findings_per_event_max=16"))
            {
                final Cli.Result result = child.await().exits(0);
                assertTrue(result.number("findings") > 50_000, result.lastLine());
                assertEquals(hash == null ? result.value("decision_hash") : hash, result.value("decision_hash"), mode);
                hash = result.value("decision_hash");
            }
        }
    }

    @Test
    void shouldRefuseJarsThatAreNone() throws Exception
    {
        final Path missing = directory.resolve("missing.jar");
        Cli.run("replay", flow, "--detectors", missing).refuses(missing.toString());
        final Path noise = Files.writeString(directory.resolve("noise.jar"), "not a jar");
        Cli.run("replay", flow, "--detectors", noise).refuses(noise.toString());
        final Path taken = jar("taken.jar", throwing("D01", ""));
        Cli.run("replay", flow, "--detectors", taken).refuses(taken.toString(), "D01", "D500");
        final Path twice = jar("twice.jar", throwing("D501", ""));
        Cli.run("replay", flow, "--detectors", twice, "--detectors", jar("again.jar", throwing("D501", "")))
            .refuses("again.jar", "D501", "twice");
        final Path misnamed = jar("misnamed.jar", throwing("X1", ""));
        Cli.run("replay", flow, "--detectors", misnamed).refuses(misnamed.toString(), "X1");
        final Path source = copyOfExample();
        Files.writeString(
            source.resolve("META-INF/services/fds.market.detector.DetectorFactory"), "example.NoSuchFactory\n");
        final Path nowhere = jar("nowhere.jar", source);
        Cli.run("replay", flow, "--detectors", nowhere).refuses(nowhere.toString(), "example.NoSuchFactory");
        final Path half = jar("half.jar", EXAMPLE, "CancelStreakConfig.class");
        Cli.run("replay", flow, "--detectors", half).refuses(half.toString(), "CancelStreakConfig");
    }

    @Test
    void shouldStopInOrderWhenDetectorCannotBeMade() throws Exception
    {
        final Path half = jar("half.jar", EXAMPLE, "CancelStreakDetector.class");
        final Path out = directory.resolve("out");
        final Cli.Result result = Cli.run("replay", flow, "--detectors", half, "--out", out);
        assertTrue(result.code() == 3 || result.code() == 2, result.toString());
        result.hasNoStackTraceLines();
        assertEquals(List.of(), engineThreads());
    }

    private static List<String> engineThreads() throws InterruptedException
    {
        List<String> left = List.of();
        for (int i = 0; i < 100; i++)
        {
            left = Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.matches("fds-(sequencer|journal|shard|account).*")).toList();
            if (left.isEmpty())
            {
                break;
            }
            Thread.sleep(20);
        }
        return left;
    }

    private static String configOf(final Path journal)
    {
        try (EventReader events = new EventReader(journal))
        {
            while (events.next())
            {
                if (!MarketEvent.isEvent(events.buffer(), events.offset()) &&
                    ControlFrames.templateId(events.buffer(), events.offset()) == ConfigEncoder.TEMPLATE_ID)
                {
                    return new ControlFrames().decodeConfig(events.buffer(), events.offset());
                }
            }
        }
        return "";
    }

    private Path copyOfExample() throws IOException
    {
        final Path copy = Files.createTempDirectory(directory, "copy");
        try (Stream<Path> files = Files.walk(EXAMPLE))
        {
            for (final Path file : files.filter(Files::isRegularFile).toList())
            {
                final Path to = copy.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy;
    }

    /** Source of a detector that does something on each event. */
    private Path throwing(final String id, final String onEvent) throws IOException
    {
        final Path source = Files.createTempDirectory(directory, "source");
        Files.createDirectories(source.resolve("META-INF/services"));
        Files.writeString(
            source.resolve("META-INF/services/fds.market.detector.DetectorFactory"), "bad.ThrowingFactory\n");
        Files.createDirectories(source.resolve("bad"));
        Files.writeString(source.resolve("bad/ThrowingFactory.java"), """
            package bad;
            import fds.market.detector.*;
            import fds.market.event.Kind;
            import fds.market.finding.*;
            import fds.market.slots.StateLayout;
            import java.util.*;
            public final class ThrowingFactory implements DetectorFactory<ThrowingFactory.Config>
            {
                public record Config() { }
                private static DetectorInfo newInfo()
                {
                    return new DetectorInfo("%s", "Throws", 1, Typology.OTHER, Scope.INSTRUMENT,
                        Kind.mask(Kind.NEW, Kind.CANCEL, Kind.TRADE), Set.of(), Set.of(), List.of(),
                        List.of(), 0, "a test",
                        "", "");
                }
                @Override public DetectorInfo info() { return newInfo(); }
                @Override public Config defaults() { return new Config(); }
                @Override public Detector create(Config config, long hash, StateLayout layout)
                {
                    return new ThrowingDetector(new Finding(newInfo(), hash));
                }
            }
            """.formatted(id));
        Files.writeString(source.resolve("bad/ThrowingDetector.java"), """
            package bad;
            import fds.market.detector.*;
            import fds.market.event.MarketEvent;
            import fds.market.finding.*;
            import fds.market.partition.Market;
            final class ThrowingDetector implements Detector
            {
                private static int seen;
                private final Finding finding;
                ThrowingDetector(Finding finding) { this.finding = finding; }
                @Override public void onEvent(MarketEvent event, Market market, FindingSink findings)
                {
                    %s
                }
            }
            """.formatted(onEvent));
        return source;
    }

    /** Compile a folder of sources with what the README says, and pack it; classes can be left out. */
    private Path jar(final String name, final Path source, final String... without) throws IOException
    {
        final Path classes = Files.createTempDirectory(directory, "classes");
        final List<String> arguments = new ArrayList<>(List.of(
            "--release", "17", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(source))
        {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        final Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file))
        {
            add(out, classes, List.of(without));
            add(out, source, List.of());
        }
        return jar;
    }

    private static void add(final JarOutputStream out, final Path folder, final List<String> without) throws IOException
    {
        try (Stream<Path> files = Files.walk(folder))
        {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList())
            {
                final String entry = folder.relativize(file).toString();
                assertFalse(entry.isEmpty());
                if (!entry.endsWith(".java") && !without.contains(file.getFileName().toString()))
                {
                    out.putNextEntry(new JarEntry(entry));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }
}
