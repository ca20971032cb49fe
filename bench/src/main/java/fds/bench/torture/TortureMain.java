package fds.bench.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.Fds;
import fds.app.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./fds-torture} starts. */
@Command(name = "fds-torture", mixinStandardHelpOptions = true,
    description = "Kill, starve and damage runs, go on, and hold what is left against an undisturbed run. " +
        "Exit 0: nothing acknowledged was lost, nothing is there twice, nothing differs; 1: something was.")
public final class TortureMain implements Callable<Integer>
{
    @Option(names = "--rounds", paramLabel = "N", defaultValue = "20", description = "How many; default 20.")
    private int rounds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
        description = "Of the first round; the next has S+1. One seed is one round: --rounds 1 --seed S repeats it.")
    private long seed;

    @Option(names = "--dir", paramLabel = "DIR", description = "Where to work; default below java.io.tmpdir.")
    private Path directory;

    @Option(names = "--keep", description = "Keep the directory of a round that failed.")
    private boolean keep;

    private Path library; // of the bad disk, or null
    private final Tally tally = new Tally();
    private final Map<Integer, Workload> workloads = new HashMap<>();

    /**
     * Torture and exit.
     *
     * @param args options.
     */
    public static void main(final String[] args)
    {
        System.exit(Fds.run(new TortureMain(), args));
    }

    @Override
    public Integer call() throws Exception
    {
        if (rounds < 1)
        {
            throw new UsageException("--rounds is " + rounds + ": must be 1 or more");
        }
        final Path home = Path.of(System.getProperty("fds.home", "."));
        final Path work = directory != null ? Files.createDirectories(directory).resolve("torture-" + seed) :
            Files.createTempDirectory("fds-torture");
        final long start = System.nanoTime();
        try (Lab lab = new Lab(home, work))
        {
            Files.createDirectories(work);
            lab.archiveClasses(workload(lab, 0));
            library = BadDisk.compile(lab);
            if (library == null)
            {
                System.err.println("fds: no C compiler (package gcc) on a Linux: disks that fail, power that is lost " +
                    "and clocks that jump are skipped");
            }
            for (long one = seed; one < seed + rounds; one++)
            {
                round(lab, one);
            }
        }
        System.out.println(tally.line() + " elapsed_ms=" + (System.nanoTime() - start) / 1_000_000);
        return tally.isClean() ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private void round(final Lab lab, final long one) throws Exception
    {
        final Workload workload = workload(lab, (int)Math.floorMod(one, (long)Workload.COUNT));
        final Round round = new Round(lab, workload, tally, library, one);
        try
        {
            tally.onRound();
            round.run();
        }
        catch (final TortureException e)
        {
            tally.onVerdict(e.verdict());
            System.out.println("seed " + one + ": " + e.verdict() + ": " + e.getMessage());
            System.out.println("  " + round.story());
            System.out.println("  again: ./fds-torture --rounds 1 --seed " + one);
            if (keep)
            {
                return;
            }
        }
        round.close();
    }

    private Workload workload(final Lab lab, final int number)
    {
        return workloads.computeIfAbsent(number, n -> Workload.make(lab, n));
    }
}
