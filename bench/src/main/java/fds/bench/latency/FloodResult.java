package fds.bench.latency;

import java.util.List;
import java.util.Properties;

/**
 * Full speed: each list has a value a run.
 *
 * @param engine   events a second.
 * @param floor    events a second, of the run beside it.
 * @param cpuNanos for each event on the engine's threads; inline, of the caller's, the tape's reading included.
 */
record FloodResult(List<Double> engine, List<Double> floor, List<Double> cpuNanos)
{
    void put(final Properties values)
    {
        values.setProperty("flood.engine", Spread.join(engine));
        values.setProperty("flood.floor", Spread.join(floor));
        values.setProperty("flood.cpu", Spread.join(cpuNanos));
    }

    static FloodResult of(final Properties values)
    {
        return new FloodResult(Spread.parse(values.getProperty("flood.engine")),
            Spread.parse(values.getProperty("flood.floor")), Spread.parse(values.getProperty("flood.cpu")));
    }
}
