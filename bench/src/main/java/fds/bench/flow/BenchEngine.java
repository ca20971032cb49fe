package fds.bench.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import fds.engine.Engine;
import fds.engine.EngineConfig;
import fds.engine.Threading;
import fds.engine.Waiting;
import fds.market.account.AccountHandlerFactory;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.detector.DetectorFactory;
import fds.market.door.FrameSink;
import fds.market.door.FrameSinks;
import fds.market.episode.EpisodeConfig;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import fds.market.partition.Capacity;

/** An engine for {@link SyntheticFlow}: its instruments defined, its accounts in groups of two. */
public final class BenchEngine
{
    /** Instruments of the flow. */
    public static final int INSTRUMENTS = 200;
    /** Accounts of the flow. */
    public static final int ACCOUNTS = 2000;

    private static final Capacity CAPACITY = new Capacity(1 << 13, 1 << 13, 1 << 13, 512, 256, 4096);

    private BenchEngine()
    {
    }

    /**
     * Every detector that is shipped, with its defaults.
     *
     * @return by ascending id.
     */
    public static List<ConfiguredDetector<?>> shippedDetectors()
    {
        final List<ConfiguredDetector<?>> detectors = new ArrayList<>();
        for (final DetectorFactory<?> factory : ServiceLoader.load(DetectorFactory.class))
        {
            detectors.add(byDefault(factory));
        }
        detectors.sort(Comparator.comparingInt(detector -> detector.factory().info().number()));
        return detectors;
    }

    /**
     * Start one.
     *
     * @param threads   as in {@link Threading#parse}.
     * @param detectors switched on.
     * @param events    journal of events.
     * @param decisions journal of decisions.
     * @return ready for events.
     */
    public static Engine start(
        final String threads,
        final List<ConfiguredDetector<?>> detectors,
        final FrameSink events,
        final FrameSink decisions)
    {
        return start(threads, detectors, List.of(), events, decisions);
    }

    /**
     * Start one with handlers in its account stage.
     *
     * @param threads   as in {@link Threading#parse}.
     * @param detectors switched on.
     * @param handlers  of the account stage.
     * @param events    journal of events.
     * @param decisions journal of decisions.
     * @return ready for events.
     */
    public static Engine start(
        final String threads,
        final List<ConfiguredDetector<?>> detectors,
        final List<AccountHandlerFactory> handlers,
        final FrameSink events,
        final FrameSink decisions)
    {
        final Detection detection =
            new Detection(CAPACITY, EpisodeConfig.DEFAULT, 16, detectors).with(handlers);
        final EngineConfig config = new EngineConfig(
            Threading.parse(threads), Waiting.YIELDING, 1 << 12, 1 << 12, 1 << 10, INSTRUMENTS, false);
        final Engine engine = new Engine(config, text -> detection, events, decisions, FrameSinks.NOWHERE,
            (event, reason) ->
            {
                throw new IllegalStateException("event " + event.feedSequence() + " was refused: " + reason);
            },
            (stage, sequence, cause) -> cause.printStackTrace());
        engine.command(own -> own.configure("bench", 1, "bench"));
        for (int account = 1; account <= ACCOUNTS; account++)
        {
            final AccountOwner owner =
                new AccountOwner("BENCH", Integer.toString(account), Integer.toString(account / 2 + 1), "");
            engine.command(own -> own.own(owner));
        }
        for (int id = 1; id <= INSTRUMENTS; id++)
        {
            final Instrument instrument = new Instrument(id, 1, 1, "BENCH", "I" + id, InstrumentType.PERP, "B" + id,
                "USD", "", 1, -2, 1, -3, 1, 0, 1 + id % 3, 1 << 30, 1 << 30);
            engine.command(own -> own.define(instrument));
        }
        engine.flush();
        return engine;
    }

    private static <C extends Record> ConfiguredDetector<C> byDefault(final DetectorFactory<C> factory)
    {
        return new ConfiguredDetector<>(factory, factory.defaults(), 0);
    }
}
