package fds.bench.quality;

import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.Fds;
import fds.bench.realism.RealismCommand;
import fds.bench.replays.ReplaysCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./fds evaluate} starts. */
@Command(name = "fds", subcommands = EvaluateMain.Evaluate.class)
public final class EvaluateMain
{
    private EvaluateMain()
    {
    }

    /**
     * Run a suite and exit.
     *
     * @param args {@code evaluate}, the suite and its options.
     */
    public static void main(final String[] args)
    {
        System.exit(run(args));
    }

    /**
     * Run a suite.
     *
     * @param args as of {@link #main}.
     * @return exit code.
     */
    static int run(final String... args)
    {
        return Fds.run(new EvaluateMain(), args);
    }

    /** {@code fds evaluate}. */
    @Command(name = "evaluate", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "SUITE",
        description = "Measure how well the detectors do.",
        subcommands = { AllCommand.class, SimulatorCommand.class, Suites.Incidents.class,
            Suites.Injected.class, Suites.Pump.class, Suites.Chain.class, Suites.Cascade.class,
            Suites.Words.class, RecordingsCommand.class,
            RealismCommand.class, ReplaysCommand.class })
    static final class Evaluate implements Callable<Integer>
    {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call()
        {
            CommandLine.usage(spec.commandLine(), System.err);
            return ExitCode.USAGE;
        }
    }
}
