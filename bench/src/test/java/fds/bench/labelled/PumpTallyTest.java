package fds.bench.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.bench.suite.SuiteReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PumpTallyTest
{
    private static final long SECOND = 1_000_000_000L;
    private static final long ONSET = 4_000_000 * SECOND;

    @TempDir
    private Path folder;

    private final PumpTally tally = new PumpTally("D24", false);

    @Test
    void shouldCountHitsLeadsAndWhatIsOffTheOnset()
    {
        add(ONSET + 45 * SECOND, ONSET + 60 * SECOND, ONSET + 7_200 * SECOND);
        add(ONSET - 100 * SECOND);
        add(ONSET + 121 * SECOND);
        add(ONSET + 25 * 3_600 * SECOND);

        final Map<String, Object> told = told();
        assertEquals(4L, told.get("events"));
        assertEquals(0L, told.get("within_30s"));
        assertEquals(1L, told.get("within_60s"));
        assertEquals(1L, told.get("within_120s"));
        assertEquals(1L, told.get("leads"));
        assertEquals(0.5, told.get("off_onset_per_48h"));
        assertEquals(45.0, told.get("median_delay_seconds"));
    }

    @Test
    void shouldJoinWhatComesWithinHalfAnHour()
    {
        add(ONSET - 1_000 * SECOND, ONSET + 10 * SECOND);

        assertEquals(0L, told().get("within_120s"));
    }

    @Test
    void shouldTakeTheBinThatRisesMost() throws IOException
    {
        final Path prints = folder.resolve("prints.csv");
        Files.write(prints, List.of("timestamp,side,price,amount,btc_volume",
            "975000,buy,1,1,0.5", "1000000,buy,1,1,1.0", "1024999,buy,1,1,3.0", "1050000,buy,1,1,3.0"));

        assertEquals(1_000_000, PumpCapture.onset(prints, 1_010_000));
    }

    private void add(final Long... alertNanos)
    {
        tally.add(new PumpCapture("COIN", "gold", folder, ONSET, ONSET), List.of(alertNanos));
    }

    private Map<String, Object> told()
    {
        final SuiteReport report = new SuiteReport();
        tally.tell(report);
        return report.objects().get(0);
    }
}
