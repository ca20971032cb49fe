package fds.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

import fds.bench.peers.PeerRule;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.DetectorFactory;

/**
 * The engine, inline, as it is meant to be used, but for the journal: books, features, four shipped detectors, and the
 * harness's three rules, so that what they tell can be compared. The four are named, so that the figure stays one of
 * the same work while the catalogue grows.
 */
public class FdsFullContestant extends FdsContestant
{
    private static final Set<String> DETECTORS = Set.of("D01", "D02", "D16", "D43");

    @Override
    List<ConfiguredDetector<?>> detectors()
    {
        final List<ConfiguredDetector<?>> detectors = new ArrayList<>(PeerRule.all());
        for (final DetectorFactory<?> factory : ServiceLoader.load(DetectorFactory.class))
        {
            if (DETECTORS.contains(factory.info().id()))
            {
                detectors.add(byDefault(factory));
            }
        }
        detectors.sort(Comparator.comparingInt(detector -> detector.factory().info().number()));
        return detectors;
    }

    private static <C extends Record> ConfiguredDetector<C> byDefault(final DetectorFactory<C> factory)
    {
        return new ConfiguredDetector<>(factory, factory.defaults(), 0);
    }
}
