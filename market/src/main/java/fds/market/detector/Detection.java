package fds.market.detector;

import java.util.List;
import java.util.Set;

import fds.market.account.AccountHandlerFactory;
import fds.market.episode.EpisodeConfig;
import fds.market.partition.Capacity;
import fds.market.trust.TrustConfig;

/**
 * The detection configuration, read: everything that decides.
 *
 * @param capacity            of the partitions.
 * @param episodes            when findings belong together.
 * @param findingsPerEventMax findings kept of one event and partition, 1 to 16; further ones are counted and journaled.
 * @param detectors           switched on, by ascending id.
 * @param trust               what a book may show before it is doubted.
 * @param handlers            of the account stage, in the order in which they are called; risk comes before policy.
 */
public record Detection(
    Capacity capacity,
    EpisodeConfig episodes,
    int findingsPerEventMax,
    List<ConfiguredDetector<?>> detectors,
    TrustConfig trust,
    List<AccountHandlerFactory> handlers)
{
    /** Checks the range and copies the lists. */
    public Detection
    {
        if (findingsPerEventMax < 1 || findingsPerEventMax > 16)
        {
            throw new IllegalArgumentException(
                "findings_per_event_max is " + findingsPerEventMax + ": must be 1 to 16");
        }
        detectors = List.copyOf(detectors);
        handlers = List.copyOf(handlers);
    }

    /**
     * With books trusted as nobody says otherwise, and no handlers.
     *
     * @param capacity            of the partitions.
     * @param episodes            when findings belong together.
     * @param findingsPerEventMax findings kept of one event and partition.
     * @param detectors           switched on, by ascending id.
     */
    public Detection(
        final Capacity capacity,
        final EpisodeConfig episodes,
        final int findingsPerEventMax,
        final List<ConfiguredDetector<?>> detectors)
    {
        this(capacity, episodes, findingsPerEventMax, detectors, TrustConfig.DEFAULT, List.of());
    }

    /**
     * The same with handlers of the account stage.
     *
     * @param others in the order in which they are called.
     * @return a copy.
     */
    public Detection with(final List<AccountHandlerFactory> others)
    {
        return new Detection(capacity, episodes, findingsPerEventMax, detectors, trust, others);
    }

    /**
     * What the handlers of the account stage are shown.
     *
     * @return mask of event kinds.
     */
    public long handlerKinds()
    {
        long kinds = 0;
        for (final AccountHandlerFactory handler : handlers)
        {
            kinds |= handler.kinds();
        }
        return kinds;
    }

    /**
     * Have the markets keep what the handlers' views tell.
     *
     * @param needs to add to.
     */
    public void addHandlerNeeds(final Set<Need> needs)
    {
        for (final AccountHandlerFactory handler : handlers)
        {
            needs.addAll(handler.needs());
        }
    }
}
