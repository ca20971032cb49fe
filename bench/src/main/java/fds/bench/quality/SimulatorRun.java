package fds.bench.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.engine.Threading;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.Label;
import fds.market.instrument.Instrument;

/**
 * One seed of the simulated venue through the engine.
 *
 * @param seed     of it.
 * @param events   that the engine took.
 * @param labels   what was done on purpose.
 * @param alerts   what was told.
 * @param symbols  of instruments by id.
 * @param exposure of detectors to its events.
 */
record SimulatorRun(
    long seed, long events, List<Label> labels, List<Observation.Alert> alerts, Map<Integer, String> symbols,
    Exposure exposure)
{
    /**
     * Run it on the caller's thread; nothing is journaled.
     *
     * @param config   of the venue.
     * @param settings in force.
     * @param stop     asks to stop early.
     * @return what came of it.
     */
    static SimulatorRun of(final SimulatorConfig config, final Settings settings, final StopSignal stop)
    {
        final List<Label> labels = new ArrayList<>();
        final Observation observation = new Observation();
        final Map<Integer, String> symbols = new HashMap<>();
        final Session session = new Session(
            settings.with(settings.engine().with(Threading.parse("inline"))), null, observation.decisions(),
            observation.events(), Rejects.stopping());
        try (session; SimulatorFeed feed = new SimulatorFeed(config, labels::add))
        {
            for (final Instrument instrument : feed.instruments())
            {
                symbols.put(instrument.id(), instrument.symbol());
            }
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        return new SimulatorRun(
            config.seed(), session.summary().events(), List.copyOf(labels), observation.alerts(), symbols,
            observation.exposure);
    }
}
