package fds.app;

import java.util.Iterator;

import fds.feeds.simulator.abuse.AbuseCatalog;

/** The kinds of episodes of the simulated venue, for the help. */
final class EpisodeNames implements Iterable<String>
{
    @Override
    public Iterator<String> iterator()
    {
        return AbuseCatalog.defaultRates().keySet().iterator();
    }
}
