package fds.bench.replays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of the folder of recordings is on {@code docs/recordings.md}, and what stands there is what comes out: by
 * one thread and by one other way each. All ways of all inputs are run by {@code ./fds evaluate replays}.
 */
class RecordingsPageTest
{
    @TempDir
    Path directory;

    @Test
    void shouldAccountForEveryFile()
    {
        final Set<String> known = new HashSet<>(RecordingsPage.lists().keySet());
        RecordingsPage.inputs().keySet().stream().filter(name -> !ReplaysCommand.TOGETHER.contains(name))
            .forEach(name -> assertTrue(known.add(name), name + " stands twice on the page"));
        assertEquals(Set.copyOf(folder().names()), known);
        assertTrue(RecordingsPage.inputs().keySet().containsAll(ReplaysCommand.TOGETHER));
    }

    @TestFactory
    Stream<DynamicTest> shouldReplayAsThePageSays()
    {
        final RecordingFolder folder = folder();
        final Settings settings = Settings.read(null, ReplaysCommand.EAGER, List.of());
        final List<String> others = Replay.WAYS.subList(1, Replay.WAYS.size());
        final List<DynamicTest> tests = new ArrayList<>();
        for (final Map.Entry<String, RecordingsPage.Row> row : RecordingsPage.inputs().entrySet())
        {
            final String other = others.get(tests.size() % others.size());
            tests.add(DynamicTest.dynamicTest(row.getKey() + " " + other, () ->
            {
                final List<Path> files = folder.files(row.getKey());
                try (StopSignal stop = new StopSignal())
                {
                    final Replay replay = new Replay(directory, stop);
                    final Outcome first = replay.run(files, settings, Replay.WAYS.get(0));
                    assertEquals(row.getValue(), RecordingsPage.Row.of(first), row.getKey());
                    assertEquals(first.answer(), replay.run(files, settings, other).answer(), other);
                }
            }));
        }
        return tests.stream();
    }

    @Test
    void shouldSayOfEveryListWhatItIs()
    {
        final RecordingFolder folder = folder();
        final Settings settings = Settings.read(null, Map.of(), List.of());
        try (StopSignal stop = new StopSignal())
        {
            final Replay replay = new Replay(directory, stop);
            RecordingsPage.lists().forEach((name, what) ->
            {
                final BadInputException refused = assertThrows(BadInputException.class,
                    () -> replay.run(folder.files(name), settings, Replay.WAYS.get(0)), name);
                assertEquals("content " + what, refused.field() + " " + refused.value(), name);
            });
        }
    }

    private static RecordingFolder folder()
    {
        return RecordingFolder.find().orElseGet(() ->
        {
            Assumptions.abort("the recordings of shared/data are not beside the project");
            return null;
        });
    }
}
