package fds.bench.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import fds.bench.replays.RecordingFolder;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.ToldAlert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that know the answers, or some of them: what the protocols make of it. */
class ProtocolTest
{
    @BeforeEach
    void needsRecordings()
    {
        assumeTrue(RecordingFolder.find().isPresent(), "there is no shared/data beside the project");
    }

    @Test
    void shouldFindEverySandwichThatIsNamed()
    {
        // Any two swaps of a pool, told as a sandwich: all are found, and most of what is told is wrong.
        final Map<String, Object> blocks = run(new ChainSuite(), rows ->
        {
            final List<ToldAlert> alerts = new ArrayList<>();
            final List<String[]> cells = rows.stream().map(row -> row.split(",", -1)).toList();
            final List<String> header = List.of(cells.get(0));
            final int pool = header.indexOf("instrument");
            for (int front = 1; front < cells.size(); front++)
            {
                for (int back = front + 1; back < cells.size(); back++)
                {
                    if (cells.get(front)[pool].equals(cells.get(back)[pool]) && !cells.get(front)[pool].isEmpty())
                    {
                        alerts.add(alert("D40", cells.get(front)[pool], Map.of(
                            "first", List.of((long)front), "cause", List.of((long)back)), 50));
                    }
                }
            }
            return alerts;
        }).get(0);

        assertEquals(5L, blocks.get("labels"));
        assertEquals(5L, blocks.get("found"), blocks::toString);
        assertTrue((long)blocks.get("told") > 2 * (long)blocks.get("right"), blocks::toString);
    }

    @Test
    void shouldBeWholeForWhoKnowsTheLabelsOfMessages()
    {
        final List<Map<String, Object>> told = run(new WordsSuite(), rows ->
        {
            final List<ToldAlert> alerts = new ArrayList<>();
            final int reason = List.of(rows.get(0).split(",")).indexOf("reason");
            for (int row = 1; row < rows.size(); row++)
            {
                final String label = rows.get(row).split(",", -1)[reason];
                if (label.endsWith("1") || label.endsWith("2"))
                {
                    alerts.add(new ToldAlert("a" + row, "D99", "", List.of(new ToldAlert.Finding(
                        row, 0, List.of(), label.endsWith("1") ? 90 : 40, Map.of()))));
                }
            }
            return alerts;
        });

        assertEquals(579L, told.get(0).get("right"));
        assertEquals(579L, told.get(0).get("told"));
        assertEquals(1.0, (double)told.get(0).get("pr_auc"), 1e-9);
        assertEquals(244L, told.get(1).get("right"));
    }

    private static ToldAlert alert(
        final String detector, final String instrument, final Map<String, List<Long>> rows, final int score)
    {
        return new ToldAlert(detector + instrument + rows, detector, instrument,
            List.of(new ToldAlert.Finding(1, 0, List.of(), score, rows)));
    }

    private static List<Map<String, Object>> run(
        final Suite suite, final Function<List<String>, List<ToldAlert>> answers)
    {
        return suite.run(new MeasuredEngine()
        {
            @Override
            public Outcome run(final Path csv)
            {
                final List<String> rows = NormalizedInput.lines(csv);
                return new Outcome(rows.size() - 1, answers.apply(rows));
            }

            @Override
            public boolean has(final String detector)
            {
                return true;
            }

            @Override
            public boolean accusesNobody(final String detector)
            {
                return false;
            }

            @Override
            public boolean reads(final int kind)
            {
                return true;
            }
        }, new SuiteProgress()).objects();
    }
}
