package fds.bench;

import java.io.IOException;
import java.util.Arrays;

import fds.app.ExitCode;
import fds.app.Fds;
import fds.bench.latency.BenchCommand;
import picocli.CommandLine.Command;

/** What {@code ./fds bench} starts: the report of latency and throughput, or JMH for what stands behind {@code --}. */
@Command(name = "fds", subcommands = BenchCommand.class)
public final class Main
{
    private Main()
    {
    }

    /**
     * Measure and exit.
     *
     * @param args {@code bench}, then the report's options; or {@code bench --}, then those of JMH.
     * @throws IOException when JMH cannot write.
     */
    public static void main(final String[] args) throws IOException
    {
        final int split = Arrays.asList(args).indexOf("--");
        if (split > 1)
        {
            System.err.println("fds: '" + args[1] + "' stands before --: what goes to JMH stands behind it alone");
            System.exit(ExitCode.USAGE);
        }
        if (split == 1)
        {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 2, args.length));
            return;
        }
        System.exit(Fds.run(new Main(), args));
    }
}
