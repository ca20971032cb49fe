package fds.bench.quality;

import java.util.concurrent.Callable;

import fds.app.ExitCode;
import picocli.CommandLine.Command;

/** {@code fds evaluate recordings}. */
@Command(name = "recordings", mixinStandardHelpOptions = true, description = "x")
final class RecordingsCommand implements Callable<Integer>
{
    @Override
    public Integer call()
    {
        return ExitCode.DONE;
    }
}
