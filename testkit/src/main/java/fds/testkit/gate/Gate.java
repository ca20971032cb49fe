package fds.testkit.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fds.market.detector.DetectorFactory;
import fds.testkit.market.TestMarket;

/**
 * A detector as it is listed for the gates.
 *
 * @param factory  of it.
 * @param config   its parameters.
 * @param market   defines instruments and owners.
 * @param fixture  in which it must find something, once.
 * @param evidence exactly what it must name, as {@code ROLE step}.
 * @param causes   steps without any of which it must be silent.
 * @param limits   the key of the parameter that decides, by predicate.
 * @param controls in which it must be silent, each beside its fixture's market.
 * @param <C>      type of its parameters.
 */
public record Gate<C extends Record>(
    DetectorFactory<C> factory,
    C config,
    Consumer<TestMarket> market,
    List<Step> fixture,
    List<String> evidence,
    List<String> causes,
    Map<String, String> limits,
    List<List<Step>> controls)
{
    @Override
    public String toString()
    {
        return factory.info().id();
    }
}
