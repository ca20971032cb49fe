package fds.app.setup;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.ConfigValue;
import fds.config.Quantity;
import fds.engine.ThreadHook;
import net.openhft.affinity.Affinity;

/** Cores that threads of the path are pinned to, by {@code deployment.pin}. One that is not named is left alone. */
final class ThreadPins implements ThreadHook
{
    private static final String KEY = "deployment.pin.";
    private static final List<String> ROLES = List.of("sequencer", "journal", "account", "feed");
    private static final String SHARDS = "shards";
    private static final int CORES_MAX = 4095;

    private final Map<String, Integer> cores;

    private ThreadPins(final Map<String, Integer> cores)
    {
        this.cores = cores;
    }

    /**
     * Read and check.
     *
     * @param tree configuration.
     * @return pins, or nothing to do.
     * @throws ConfigException when a core is not there, not allowed to this process, or threads cannot be pinned here.
     */
    static ThreadHook read(final ConfigTree tree)
    {
        final Map<String, Integer> cores = new TreeMap<>();
        for (final String role : ROLES)
        {
            final ConfigValue value = tree.find(KEY + role);
            if (value != null && !value.text().isEmpty())
            {
                cores.put("fds-" + role, core(KEY + role, value, value.text()));
            }
        }
        final ConfigValue shards = tree.find(KEY + SHARDS);
        final List<String> items = shards == null ? List.of() : ConfigTree.items(shards.text());
        for (int i = 0; i < items.size(); i++)
        {
            if (!items.get(i).isEmpty())
            {
                cores.put("fds-shard-" + i, core(KEY + SHARDS, shards, items.get(i)));
            }
        }
        return cores.isEmpty() ? NONE : new ThreadPins(cores);
    }

    private static int core(final String key, final ConfigValue value, final String text)
    {
        final int core = (int)ConfigTree.number(key, text, value.place(), Quantity.COUNT, 0, CORES_MAX);
        if (!Affinity.isJNAAvailable())
        {
            throw new ConfigException(value.place(),
                key + " is '" + text + "': this machine or its Java cannot pin threads; leave it out");
        }
        final BitSet allowed = Affinity.getAffinity();
        if (!allowed.get(core))
        {
            throw new ConfigException(value.place(), key, text, "a core that this process may run on: " + allowed);
        }
        return core;
    }

    @Override
    public void onStart(final String thread)
    {
        final Integer core = cores.get(thread);
        if (core == null)
        {
            return;
        }
        Affinity.setAffinity(core);
        final BitSet pinned = Affinity.getAffinity();
        if (pinned.cardinality() != 1 || !pinned.get(core))
        {
            throw new IllegalStateException(thread + " could not be pinned to core " + core +
                ": it may run on " + pinned);
        }
    }

    @Override
    public boolean equals(final Object other)
    {
        return other instanceof ThreadPins pins && pins.cores.equals(cores);
    }

    @Override
    public int hashCode()
    {
        return cores.hashCode();
    }

    @Override
    public String toString()
    {
        return "pins " + cores;
    }
}
