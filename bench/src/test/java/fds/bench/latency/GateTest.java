package fds.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.app.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate lets through. */
class GateTest
{
    private static final Gate GATE = new Gate("all", 2.0, 150_000);

    @Test
    void shouldLetThroughUpToTheBand()
    {
        assertTrue(GATE.judge(List.of(result(0, 2.3))).isPassed());
        assertFalse(GATE.judge(List.of(result(0, 2.31))).isPassed());
    }

    @Test
    void shouldLetThroughNoByte()
    {
        final Gate.Answer answer = GATE.judge(List.of(result(0, 1.9), result(24, 1.9), result(0, 1.9)));

        assertFalse(answer.isPassed());
        assertTrue(answer.lines().get(0).contains("FAILED  24 bytes"), answer.lines().get(0));
    }

    @Test
    void shouldNotBeFooledByARoundOrAMachineThatWasSlow()
    {
        final Work.Result slowRounds =
            new Work.Result(List.of(200.0, 9_000.0, 200.0), List.of(100.0, 100.0, 100.0), 0);

        assertTrue(GATE.judge(List.of(slowRounds)).isPassed());
        assertTrue(GATE.judge(List.of(result(0, 2.0), result(0, 9.0), result(0, 2.0))).isPassed());
    }

    @Test
    void shouldAskForANewBaselineWhenItIsMuchFaster()
    {
        assertTrue(GATE.judge(List.of(result(0, 1.5))).lines().get(1).endsWith("faster: renew the baseline"));
    }

    @Test
    void shouldReadTheCommittedBaseline(@TempDir final Path directory) throws IOException
    {
        final Path file = directory.resolve("gate.properties");
        Files.writeString(file, "# why\nall=2.000 150000\nnone=0.500 200000\n");

        assertEquals(List.of(GATE, new Gate("none", 0.5, 200_000)), Gate.read(file));
        Files.writeString(file, "all=fast\n");
        assertTrue(assertThrows(UsageException.class, () -> Gate.read(file)).getMessage()
            .contains("all is 'fast': must be a ratio and a band in ppm"));
    }

    @Test
    void shouldMeasureTheEngineBesideTheReference()
    {
        final Work.Result result = Work.measureHere("D01", 1, 2);

        assertEquals(2, result.ratios().size());
        assertTrue(result.ratios().stream().allMatch(ratio -> ratio > 0), result.ratios().toString());
    }

    private static Work.Result result(final long bytes, final double ratio)
    {
        return new Work.Result(List.of(100 * ratio), List.of(100.0), bytes);
    }
}
