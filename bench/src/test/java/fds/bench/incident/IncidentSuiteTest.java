package fds.bench.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.bench.quality.MeasuredPage;
import fds.bench.suite.InlineEngine;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.ProgramEngine;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentSuiteTest
{
    private static final Path CASES = MeasuredPage.home().resolve("bench/suites/incidents");

    @TempDir
    private Path folder;

    @Test
    void shouldReadEveryCase()
    {
        final List<IncidentCase> cases = IncidentCase.all(CASES);

        for (int i = 1; i <= 15; i++)
        {
            final String name = String.format("E%02d", i);
            assertTrue(cases.stream().anyMatch(each -> each.name().startsWith(name)), name);
        }
        assertEquals(9, cases.stream().filter(each -> each.name().startsWith("N")).count());
        for (final IncidentCase each : cases)
        {
            final CaseRows rows = CaseFlow.of(each, null, 0.1).rows();
            for (final Verdict verdict : each.verdicts())
            {
                verdict.evidence().values().forEach(step ->
                    assertTrue(rows.firstRow(List.of(step)) > 0, each.name() + ": nothing came of " + step));
                assertTrue(!verdict.fires() || verdict.twin() != null, each.name() + ": " + verdict.detector() +
                    " has no twin");
            }
        }
    }

    @Test
    void shouldFireWithEvidenceAndLeaveTheTwinAlone()
    {
        try (StopSignal stop = new StopSignal())
        {
            final Map<String, Object> d13 = tally("E09-mirae", "D13",
                new InlineEngine(Settings.read(null, Map.of(), List.of()), stop));

            assertEquals(1L, d13.get("found"));
            assertEquals(1L, d13.get("twins_silent"));
        }
    }

    @Test
    void shouldPlayTheSameForTheSameRate() throws IOException
    {
        final IncidentCase mirae = IncidentCase.read(CASES.resolve("E09-mirae"));
        final Path one = CaseFlow.of(mirae, null, 0.1).write(folder.resolve("one"));
        final Path other = CaseFlow.of(mirae, null, 0.1).write(folder.resolve("other"));

        assertEquals(-1, Files.mismatch(one, other));
    }

    @Test
    void shouldMeasureAnotherProgram() throws IOException
    {
        final Path program = folder.resolve("engine.sh");
        Files.writeString(program, "#!/bin/sh\necho note\n" +
            "at=$(grep ',CANCEL,V1,KOSPI-F,large,' \"$1\" | cut -d, -f1)\n" +
            "[ -z \"$at\" ] || echo '{\"id\":\"a\",\"detector\":\"D13\",\"episode\":\"opened\"," +
            "\"instrument\":\"KOSPI-F\",\"accounts\":[\"trader\"],\"cause_timestamp_ns\":'$at',\"score\":80," +
            "\"evidence\":[{\"sequence\":1,\"role\":\"cause\"}]}'\n");

        final Map<String, Object> d13 = tally("E09-mirae", "D13", new ProgramEngine("sh " + program));

        assertEquals(1L, d13.get("found"));
        assertEquals(0L, d13.get("twins_silent"), "it tells of the twin as well");
    }

    @Test
    void shouldSayWhatIsWrongWithACase() throws IOException
    {
        for (final String file : List.of("case.properties", "orders.csv", "accounts.csv", "verdicts.csv"))
        {
            Files.copy(CASES.resolve("E09-mirae").resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("verdicts.csv"), Verdict.HEADER + "\nD13,fires,,,,,,why\n");

        final String message = assertThrows(RuntimeException.class, () -> IncidentCase.read(folder)).getMessage();

        assertTrue(message.contains("verdicts.csv:2") && message.contains("fire or silent"), message);
    }

    private static Map<String, Object> tally(final String name, final String detector, final MeasuredEngine engine)
    {
        final SuiteReport report = new IncidentSuite(List.of(IncidentCase.read(CASES.resolve(name))), 1)
            .run(engine, new SuiteProgress());
        return report.objects().stream().filter(object -> object.containsKey("cases_and_rates") &&
            object.get("detector").equals(detector)).findFirst().orElseThrow();
    }
}
