package fds.app.run;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import fds.app.UsageException;
import fds.app.setup.Settings;
import fds.engine.EngineFailedException;
import fds.engine.ThreadHook;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import fds.journal.format.JournalException;
import fds.market.door.Feed;
import fds.market.door.FrameSinks;
import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Has the virtual machine compile the path before the first real event comes: an engine of the same configuration, with
 * journals, handles a simulated venue and is thrown away. What it saw is in no state and no journal of the run, because
 * both are made after it, by others of the same classes.
 * <p>
 * Half of the time events come as fast as they go, half of the time one at a time: both are ways through the code, and
 * the compiler prepares for what it has seen.
 */
public final class WarmUp
{
    private static final long SEED = 1;
    private static final int ROUND = 20_000; // events as fast as they go
    private static final int TRICKLE = 2_000; // and behind them one at a time
    private static final long TRICKLE_NANOS = 10_000;
    private static final long QUIET_NANOS = 700_000_000L;

    private WarmUp()
    {
    }

    /**
     * Warm up until the compiler has been idle for a while, or for as long as the settings allow.
     *
     * @param settings of the run.
     * @param stop     ends it early.
     * @return a sentence for the operator, empty when the settings allow no warm-up.
     */
    public static String run(final Settings settings, final StopSignal stop)
    {
        if (settings.warmUpNanos() == 0)
        {
            return "";
        }
        final long start = System.nanoTime();
        final long events;
        try
        {
            events = events(settings, stop);
        }
        catch (final UsageException | JournalException | EngineFailedException | IllegalArgumentException |
            IOException e)
        {
            return "no warm-up, the first events will be slow: " + e.getMessage();
        }
        return String.format(Locale.ROOT,
            "warmed up for %.1f s on %,d made-up events, which no state and no journal has",
            (System.nanoTime() - start) / 1e9, events);
    }

    private static long events(final Settings settings, final StopSignal stop) throws IOException
    {
        final Path directory = Files.createTempDirectory("fds-warm-up");
        try (SimulatorFeed venue = new SimulatorFeed(SimulatorConfig.defaults(SEED, Long.MAX_VALUE), LabelSink.NONE))
        {
            final Settings unpinned = settings.with(settings.engine().with(ThreadHook.NONE));
            final Session session =
                new Session(unpinned, directory, FrameSinks.NOWHERE, FrameSinks.NOWHERE, Rejects.stopping());
            try (session)
            {
                session.introduce(venue);
                session.read(new UntilCompiled(venue, settings.warmUpNanos()), stop, 0);
            }
            return session.taken();
        }
        finally
        {
            remove(directory);
        }
    }

    private static void remove(final Path directory) throws IOException
    {
        try (Stream<Path> files = Files.walk(directory))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }

    /** A feed that ends when there is nothing left to compile. */
    private static final class UntilCompiled implements Feed
    {
        private final Feed venue;
        private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        private final long endNanos;
        private long compiledMillis = -1;
        private long quietFromNanos;
        private int inRound;

        UntilCompiled(final Feed venue, final long limitNanos)
        {
            this.venue = venue;
            endNanos = System.nanoTime() + limitNanos;
        }

        @Override
        public List<Instrument> instruments()
        {
            return venue.instruments();
        }

        @Override
        public List<AccountOwner> accounts()
        {
            return venue.accounts();
        }

        @Override
        public boolean next(final InboundEvent event)
        {
            if (++inRound > ROUND)
            {
                final long due = System.nanoTime() + TRICKLE_NANOS;
                while (System.nanoTime() < due)
                {
                    Thread.onSpinWait();
                }
                if (inRound == ROUND + TRICKLE)
                {
                    inRound = 0;
                    return !isCompiled() && venue.next(event);
                }
            }
            return venue.next(event);
        }

        private boolean isCompiled()
        {
            final long now = System.nanoTime();
            final long millis = compiler == null ? 0 : compiler.getTotalCompilationTime();
            if (millis != compiledMillis)
            {
                compiledMillis = millis;
                quietFromNanos = now;
            }
            return now > endNanos || now - quietFromNanos > QUIET_NANOS;
        }

        @Override
        public void close()
        {
            // The venue is its owner's.
        }
    }
}
