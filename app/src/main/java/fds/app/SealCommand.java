package fds.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import fds.app.prove.Anchors;
import fds.app.run.StopSignal;
import fds.app.view.JournalTexts;
import fds.app.view.Printer;
import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.journal.seal.Anchor;
import fds.journal.seal.Anchoring;
import fds.journal.seal.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals a journal, also one that is being written. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = "Seal both queues of a journal block by block, sign the blocks and publish them at anchors. Runs " +
        "beside the engine as a process of its own, and only reads what the engine wrote.")
public final class SealCommand implements Callable<Integer>
{
    private static final int BLOCKS_A_PASS = 64;
    private static final long LOOK_MILLIS = 50;

    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Mixin
    private SignerOptions signer;

    @Option(names = "--anchor", paramLabel = "ANCHOR",
        description = "Where heads are published: " + Anchors.FORMS + "; may be repeated.")
    private final List<String> anchors = new ArrayList<>();

    @Option(names = "--ethereum-key", paramLabel = "FILE",
        description = "File with the private key for Ethereum: 64 hexadecimal digits.")
    private Path ethereumKey;

    @Option(names = "--every", paramLabel = "TIME", defaultValue = "10s",
        description = "How often to look for new records; default ${DEFAULT-VALUE}.")
    private String every;

    @Option(names = "--once", description = "Seal what is there, publish it, and end.")
    private boolean isOnce;

    @Option(names = "--block-records", paramLabel = "N", defaultValue = "" + Sealer.BLOCK_RECORDS,
        description = "Records of one queue in a block, at most; 1 to 1048576, default ${DEFAULT-VALUE}.")
    private int blockRecords;

    @Override
    public Integer call() throws InterruptedException
    {
        JournalTexts.requireJournal(directory);
        final long pauseNanos = pauseNanos();
        if (blockRecords < 1 || blockRecords > 1 << 20)
        {
            throw new UsageException("--block-records is '" + blockRecords + "': must be 1 to 1048576");
        }
        final List<Anchor> places = Anchors.open(anchors, ethereumKey);
        try (StopSignal stop = new StopSignal();
            Sealer sealer = new Sealer(directory, signer.open(), blockRecords, Clock.systemUTC()))
        {
            final Anchoring anchoring = new Anchoring(directory, places, Printer::tell);
            boolean isAnchored = pass(sealer, anchoring, stop);
            while (!isOnce && !stop.isSet())
            {
                pause(pauseNanos, stop);
                isAnchored = pass(sealer, anchoring, stop);
            }
            tell(sealer, anchoring);
            return isAnchored ? ExitCode.DONE : ExitCode.ANSWER_NO;
        }
        finally
        {
            places.forEach(Anchor::close);
        }
    }

    /** Seals all that is there and offers the newest head to every anchor that does not have it. */
    private static boolean pass(final Sealer sealer, final Anchoring anchoring, final StopSignal stop)
    {
        int made = BLOCKS_A_PASS;
        while (made == BLOCKS_A_PASS && !stop.isSet())
        {
            made = sealer.seal(BLOCKS_A_PASS);
        }
        return sealer.newest() == null || anchoring.publish(sealer.newest());
    }

    /** Sleeps, and looks now and then whether to stop. */
    private static void pause(final long nanos, final StopSignal stop) throws InterruptedException
    {
        final long start = System.nanoTime();
        while (!stop.isSet() && System.nanoTime() - start < nanos)
        {
            Thread.sleep(Math.max(1, Math.min(LOOK_MILLIS, TimeUnit.NANOSECONDS.toMillis(nanos))));
        }
    }

    private static void tell(final Sealer sealer, final Anchoring anchoring)
    {
        final String state = sealer.newest() == null ? "blocks=0" :
            "blocks=" + (sealer.newest().header().number() + 1) + " events=" +
            (sealer.newest().header().events().next() - 1) + " decisions=" +
            sealer.newest().header().decisions().next() + " journal=" + sealer.newest().header().journal() +
            " root=" + sealer.newest().header().root();
        System.out.println(state + " anchor_failures=" + anchoring.failures());
    }

    private long pauseNanos()
    {
        try
        {
            return ConfigTree.number("--every", every, "argument", Quantity.NANOS, 1_000_000, 86_400_000_000_000L);
        }
        catch (final ConfigException e)
        {
            throw new UsageException(e.getMessage());
        }
    }
}
