package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fds doctor} prints of the machine that the tests run on. */
class DoctorCommandTest
{
    @Test
    void shouldTellOfEveryTopicAsJson(@TempDir final Path directory)
    {
        final CommandRun run = CommandRun.of("doctor", "--json", "--out", directory);

        assertEquals(0, run.exitCode(), run.err());
        final List<Map<String, Object>> advice = run.lines().stream().map(Json::parse).toList();
        assertEquals(List.of("cores", "isolation", "governor", "idle states", "SMT", "clock source", "jitter",
            "hand-over", "sleeping", "huge pages", "swap", "other load", "stolen time", "JVM", "JVM flags", "collector",
            "journal's room", "journal's sync", "journal's pages"),
            advice.stream().map(one -> one.get("topic")).toList());
        for (final Map<String, Object> one : advice)
        {
            assertTrue(Set.of("good", "costs", "not told").contains(one.get("verdict").toString()), one.toString());
            assertEquals("costs".equals(one.get("verdict")), !one.get("mend").toString().isEmpty(), one.toString());
        }
    }

    @Test
    void shouldEndItsTableWithACount(@TempDir final Path directory)
    {
        final CommandRun run = CommandRun.of("doctor", "--out", directory);

        assertTrue(run.lines().get(run.lines().size() - 1).matches("\\d+ of 19 cost latency"), run.out());
    }
}
