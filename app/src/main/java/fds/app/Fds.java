package fds.app;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;

import fds.engine.EngineFailedException;
import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;
import fds.market.door.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The fds command. */
@Command(
    name = "fds",
    mixinStandardHelpOptions = true,
    version = "fds " + Fds.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    description = "Fraud detection beside a crypto matching engine.",
    subcommands = {
        DemoCommand.class, RunCommand.class, ReplayCommand.class, ImportCommand.class, ExportCommand.class,
        AlertsCommand.class, ActionsCommand.class, ApproveCommand.class, ExplainCommand.class, VerifyCommand.class,
        DetectorsCommand.class, DoctorCommand.class, SimulateCommand.class, PlotCommand.class, MuteCommand.class,
        FollowCommand.class, RepairCommand.class, SealCommand.class, SealKeyCommand.class, SealContractCommand.class,
        ProveCommand.class, CheckCommand.class, PseudonymCommand.class, RetainCommand.class, HoldCommand.class })
public final class Fds implements Callable<Integer>
{
    /** Version of the product. */
    public static final String VERSION = "0.1.0";

    /**
     * Run a command and exit.
     *
     * @param args command and its arguments.
     */
    public static void main(final String[] args)
    {
        System.exit(run(args));
    }

    /**
     * Run a command.
     *
     * @param args command and its arguments.
     * @return exit code, see {@link ExitCode}.
     */
    public static int run(final String... args)
    {
        return run(new Fds(), args);
    }

    /**
     * Run another program's command as this one's are run: mistakes in one line, and the same exit codes.
     *
     * @param command picocli's, with its subcommands.
     * @param args    command and its arguments.
     * @return exit code, see {@link ExitCode}.
     */
    public static int run(final Object command, final String... args)
    {
        final CommandLine commandLine = new CommandLine(command);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line));
        commandLine.setParameterExceptionHandler((failure, arguments) ->
        {
            failure.getCommandLine().getErr().println("fds: " + failure.getMessage() + " (see '" +
                failure.getCommandLine().getCommandSpec().qualifiedName() + " --help')");
            return ExitCode.USAGE;
        });
        try
        {
            return commandLine.execute(args);
        }
        catch (final OutOfMemoryError e)
        {
            System.err.println("fds: not enough memory (" + e.getMessage() +
                "): give the JVM more (FDS_JAVA_OPTIONS=-Xmx4g) or the tables less " +
                "('fds run --plan' tells what they take)");
            return ExitCode.ENGINE_FAILED;
        }
    }

    @Override
    public Integer call()
    {
        CommandLine.usage(this, System.err);
        return ExitCode.USAGE;
    }

    /** One line for what went wrong; no stack trace for what the caller can mend. */
    private static int explain(final Exception failure, final CommandLine line)
    {
        final int code = codeOf(failure);
        if (code < 0)
        {
            line.getErr().println("fds: internal error, please report it: " + failure);
            failure.printStackTrace(line.getErr());
            return ExitCode.ENGINE_FAILED;
        }
        line.getErr().println("fds: " + failure.getMessage() + reason(failure));
        return code;
    }

    /** What the message of a file system's failure leaves out: that is the path alone. */
    private static String reason(final Exception failure)
    {
        return failure.getCause() instanceof FileSystemException cause && cause.getReason() == null ?
            ": " + SegmentFile.reasonOf(cause) : "";
    }

    private static int codeOf(final Exception failure)
    {
        if (failure instanceof EngineFailedException)
        {
            return ExitCode.ENGINE_FAILED;
        }
        return failure instanceof UsageException || failure instanceof BadInputException ||
            failure instanceof JournalException || failure instanceof UncheckedIOException ? ExitCode.USAGE : -1;
    }
}
