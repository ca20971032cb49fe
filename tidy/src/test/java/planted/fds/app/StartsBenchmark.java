package planted.fds.app;

import org.openjdk.jmh.infra.Blackhole;

/** Planted: what is shipped knows what measures it. */
public final class StartsBenchmark
{
    void run(final Blackhole hole)
    {
        hole.consume(1);
    }
}
