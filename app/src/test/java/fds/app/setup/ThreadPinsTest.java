package fds.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import fds.app.UsageException;
import fds.engine.ThreadHook;
import net.openhft.affinity.Affinity;
import org.junit.jupiter.api.Test;

/** Threads on cores of their own, by configuration. */
class ThreadPinsTest
{
    @Test
    void shouldPinTheThreadThatIsNamedAndNoOther() throws Exception
    {
        assumeTrue(Affinity.isJNAAvailable(), "threads cannot be pinned on this machine");
        final BitSet allowed = Affinity.getAffinity();
        final int core = allowed.nextSetBit(0);
        final ThreadHook hook = hook("deployment.pin.sequencer", Integer.toString(core));

        assertEquals(BitSet.valueOf(new long[]{ 1L << core }), affinityOf(hook, "fds-sequencer"));
        assertEquals(allowed, affinityOf(hook, "fds-journal"));
        assertEquals(allowed, Affinity.getAffinity());
    }

    @Test
    void shouldPinShardsInTheirOrder() throws Exception
    {
        assumeTrue(Affinity.isJNAAvailable(), "threads cannot be pinned on this machine");
        final int core = Affinity.getAffinity().nextSetBit(0);
        final ThreadHook hook = hook("deployment.pin.shards", "[, " + core + "]");

        assertEquals(Affinity.getAffinity(), affinityOf(hook, "fds-shard-0"));
        assertEquals(1, affinityOf(hook, "fds-shard-1").cardinality());
    }

    @Test
    void shouldRefuseACoreThatIsNotThere()
    {
        assumeTrue(Affinity.isJNAAvailable(), "threads cannot be pinned on this machine");
        final String message = assertThrows(UsageException.class, () -> hook("deployment.pin.journal", "4000"))
            .getMessage();

        assertTrue(message.startsWith("--set: deployment.pin.journal is '4000': must be a core that this process may " +
            "run on: {0"), message);
        assertThrows(UsageException.class, () -> hook("deployment.pin.account", "first"));
        assertThrows(UsageException.class, () -> hook("deployment.pin.everything", "1"));
    }

    @Test
    void shouldLeaveThreadsAloneWhenNothingIsSaid()
    {
        assertSame(ThreadHook.NONE, Settings.read(null, Map.of(), List.of()).engine().threads());
    }

    private static ThreadHook hook(final String key, final String value)
    {
        return Settings.read(null, Map.of(key, value), List.of()).engine().threads();
    }

    private static BitSet affinityOf(final ThreadHook hook, final String name) throws Exception
    {
        final CompletableFuture<BitSet> affinity = new CompletableFuture<>();
        final Thread thread = new Thread(() ->
        {
            hook.onStart(name);
            affinity.complete(Affinity.getAffinity());
        });
        thread.start();
        thread.join();
        return affinity.get();
    }
}
