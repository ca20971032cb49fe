package fds.market.detector;

import java.util.List;

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
 */
public record Detection(
    Capacity capacity,
    EpisodeConfig episodes,
    int findingsPerEventMax,
    List<ConfiguredDetector<?>> detectors,
    TrustConfig trust)
{
    /** Checks the range and copies the list. */
    public Detection
    {
        if (findingsPerEventMax < 1 || findingsPerEventMax > 16)
        {
            throw new IllegalArgumentException(
                "findings_per_event_max is " + findingsPerEventMax + ": must be 1 to 16");
        }
        detectors = List.copyOf(detectors);
    }

    /**
     * With books trusted as nobody says otherwise.
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
        this(capacity, episodes, findingsPerEventMax, detectors, TrustConfig.DEFAULT);
    }
}
