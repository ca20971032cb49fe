package fds.market.detector;

import fds.market.slots.StateLayout;

/**
 * Makes a detector, one instance a partition. Found by {@link java.util.ServiceLoader}: a user's jar names its factory
 * in {@code META-INF/services/fds.market.detector.DetectorFactory}. Used at start, not on the path.
 *
 * @param <C> its configuration record, components annotated with {@link Parameter}.
 */
public interface DetectorFactory<C extends Record>
{
    /**
     * What the detector declares of itself.
     *
     * @return the same each time.
     */
    DetectorInfo info();

    /**
     * The parameters it has when nobody sets any.
     *
     * @return within its ranges.
     */
    C defaults();

    /**
     * Make the detector of one partition. Words are reserved in the same order with the same sizes each time.
     *
     * @param config         its parameters, checked by the record itself.
     * @param parametersHash of these parameters, for its findings.
     * @param layout         to reserve words in.
     * @return a new detector.
     */
    Detector create(C config, long parametersHash, StateLayout layout);
}
