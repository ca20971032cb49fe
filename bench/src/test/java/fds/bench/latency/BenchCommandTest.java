package fds.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import fds.app.ExitCode;
import fds.app.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Mistakes in the options of {@code ./fds bench}: told before anything is measured. */
class BenchCommandTest
{
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "--rates=fast; --rates has 'fast': must be 1k to 20M",
        "--rates=21M; --rates has '21M': must be 1k to 20M",
        "--flows=wild; --flows has 'wild': must be calm, storm or cascade",
        "--journal=perhaps; --journal is 'perhaps': must be yes, no or both",
        "--pairs=0; --pairs is 0: must be 1 to 1000",
        "--parts=some; --parts has 'some': must be latency, first or detectors",
        "--modes=many; --modes or --wait: threads is 'many'",
        "--set=nonsense=1; unknown key" })
    void shouldRefuse(final String option, final String expected)
    {
        final StringWriter told = new StringWriter();
        final CommandLine line = new CommandLine(new BenchCommand());
        line.setErr(new PrintWriter(told));
        line.setExecutionExceptionHandler((failure, command, parsed) ->
        {
            assertEquals(UsageException.class, failure.getClass());
            told.write(failure.getMessage());
            return ExitCode.USAGE;
        });

        assertEquals(ExitCode.USAGE, line.execute(option));

        assertTrue(told.toString().contains(expected), told.toString());
    }
}
