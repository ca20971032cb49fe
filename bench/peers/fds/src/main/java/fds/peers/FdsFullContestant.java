package fds.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import fds.bench.peers.PeerRule;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.DetectorFactory;

/**
 * The engine, inline, as it is meant to be used, but for the journal: books, features, every shipped detector, and
 * the harness's three rules, so that what they tell can be compared.
 */
public class FdsFullContestant extends FdsContestant
{
    @Override
    List<ConfiguredDetector<?>> detectors()
    {
        final List<ConfiguredDetector<?>> detectors = new ArrayList<>(PeerRule.all());
        for (final DetectorFactory<?> factory : ServiceLoader.load(DetectorFactory.class))
        {
            detectors.add(byDefault(factory));
        }
        detectors.sort(Comparator.comparingInt(detector -> detector.factory().info().number()));
        return detectors;
    }

    private static <C extends Record> ConfiguredDetector<C> byDefault(final DetectorFactory<C> factory)
    {
        return new ConfiguredDetector<>(factory, factory.defaults(), 0);
    }
}
