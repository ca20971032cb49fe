package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small journal of each version is kept here with what that version exported from it: today's program reads the same.
 * A field that came later may stand beside what was there. Words that a detector declares (summary, names and units of
 * predicates) are today's, so they are not compared.
 */
class OldJournalsTest
{
    @TempDir
    Path directory;

    static List<Path> versions() throws IOException, URISyntaxException
    {
        final Path all = Path.of(OldJournalsTest.class.getResource("/journals").toURI());
        try (Stream<Path> entries = Files.list(all))
        {
            final List<Path> versions = entries.sorted().toList();
            assertFalse(versions.isEmpty());
            return versions;
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldReadWhatWasWrittenThen(final Path version) throws IOException
    {
        final Path journal = version.resolve("journal");

        requireKept(lines(version.resolve("events.jsonl.gz")), "export", journal, "--format", "json");
        requireKept(lines(version.resolve("decisions.jsonl.gz")), "export", journal, "--what", "decisions", "--format",
            "json");
        requireKept(Files.readAllLines(version.resolve("alerts.jsonl")), "alerts", journal, "--json");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldExplainAndReplayIt(final Path version) throws IOException
    {
        final Path journal = version.resolve("journal");
        final int alerts = Files.readAllLines(version.resolve("alerts.jsonl")).size();
        final List<String> events = lines(version.resolve("events.jsonl.gz"));

        for (int row = 1; row <= alerts; row++)
        {
            assertTrue(Cli.run("explain", journal, row).exits(0).out().contains("Measured against thresholds"));
        }
        final Cli.Result replayed = Cli.run("replay", journal).exits(0);
        assertEquals(Json.parse(events.get(events.size() - 1)).get("sequence"), replayed.number("last_sequence"));
        Cli.run("import", journal, "--journal", directory.resolve("again")).refuses("journal");
    }

    private static void requireKept(final List<String> then, final Object... command)
    {
        final List<String> now = Cli.run(command).exits(0).out().lines().toList();
        assertEquals(then.size(), now.size());
        for (int i = 0; i < then.size(); i++)
        {
            final Map<String, Object> before = Json.parse(then.get(i));
            final Map<String, Object> after = Json.parse(now.get(i));
            after.keySet().retainAll(before.keySet());
            assertEquals(withoutWords(before), withoutWords(after), "line " + (i + 1));
        }
    }

    private static Map<String, Object> withoutWords(final Map<String, Object> record)
    {
        record.keySet().removeAll(Set.of("summary_en", "summary_ko", "name", "unit"));
        for (final Object value : record.values())
        {
            if (value instanceof List<?>)
            {
                ((List<?>)value).stream().filter(Map.class::isInstance).forEach(entry ->
                    ((Map<?, ?>)entry).keySet().removeAll(Set.of("name", "unit")));
            }
        }
        return record;
    }

    private static List<String> lines(final Path file) throws IOException
    {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file)))
        {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
