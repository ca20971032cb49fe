package fds.market.detector;

import fds.market.slots.StateLayout;

/**
 * A detector that is switched on, with the parameters it has.
 *
 * @param factory        makes it.
 * @param config         its parameters.
 * @param parametersHash of them.
 * @param <C>            its configuration record.
 */
public record ConfiguredDetector<C extends Record>(DetectorFactory<C> factory, C config, long parametersHash)
{
    /**
     * Make the detector of one partition.
     *
     * @param layout to reserve words in.
     * @return a new detector.
     */
    public Detector create(final StateLayout layout)
    {
        return factory.create(config, parametersHash, layout);
    }
}
