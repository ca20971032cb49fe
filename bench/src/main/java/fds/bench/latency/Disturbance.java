package fds.bench.latency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a window was disturbed by somebody else, by a rule that is fixed:
 * <blockquote>
 * A window is disturbed when the threads of the path (sender and all that an event passes through) together waited
 * ready for a core for more than {@value #WAIT_NANOS_MAX} ns, beyond what this program's own other threads (compiler,
 * collector, reserver of the journal) ran in it. A window of the floor is disturbed, too, when those ran for more than
 * {@value #FLOOR_WORK_NANOS_MAX} ns in it.
 * </blockquote>
 * So a neighbour is not taken for us, a wait that our own compiler or reserver caused stays ours, and does not lift the
 * floor that we are compared with.
 */
final class Disturbance implements AutoCloseable
{
    /** Longest wait of the path in an undisturbed window. */
    static final long WAIT_NANOS_MAX = 20_000;

    /** Most that this program's other threads ran in an undisturbed window of the floor. */
    static final long FLOOR_WORK_NANOS_MAX = 100_000;

    private final boolean isFloor;
    private final List<SchedStat> path = new ArrayList<>();
    private final List<SchedStat> others = new ArrayList<>();
    private long waitedNanos;
    private long ranNanos;
    private long waitedBefore;
    private long ranBefore;
    private long compiledNanos;
    private long compiledBefore;

    /**
     * Watch the calling thread and the path's; all others of this process are its others.
     *
     * @param threads of the path.
     * @param isFloor whether this program's other threads are none of the subject's business.
     */
    Disturbance(final List<Thread> threads, final boolean isFloor)
    {
        this.isFloor = isFloor;
        if (!SchedStat.isReadable())
        {
            return;
        }
        final String own = ownTask();
        for (final String task : SchedStat.tasks())
        {
            final SchedStat stat = SchedStat.open(task);
            if (stat != null)
            {
                final boolean isPath = task.equals(own) || threads.stream().anyMatch(
                    thread -> thread.getName().substring(0, Math.min(15, thread.getName().length()))
                        .equals(stat.name()));
                (isPath ? path : others).add(stat);
            }
        }
    }

    /** A window begins. */
    void begin()
    {
        look();
        waitedBefore = waitedNanos;
        ranBefore = ranNanos;
        compiledBefore = compiledNanos;
    }

    /**
     * It has ended.
     *
     * @return whether it was disturbed.
     */
    boolean end()
    {
        look();
        return isDisturbed(waitedNanos(), othersRanNanos(), isFloor);
    }

    /** How long the path waited in the last window. */
    long waitedNanos()
    {
        return waitedNanos - waitedBefore;
    }

    /** How long this program's other threads ran in the last window. */
    long othersRanNanos()
    {
        return ranNanos - ranBefore;
    }

    /** How long the compiler's threads ran in the last window. */
    long compilerRanNanos()
    {
        return compiledNanos - compiledBefore;
    }

    /** The rule. */
    static boolean isDisturbed(final long pathWaitedNanos, final long othersRanNanos, final boolean isFloor)
    {
        return pathWaitedNanos - othersRanNanos > WAIT_NANOS_MAX ||
            isFloor && othersRanNanos > FLOOR_WORK_NANOS_MAX;
    }

    private void look()
    {
        waitedNanos = 0;
        ranNanos = 0;
        compiledNanos = 0;
        for (int i = 0; i < path.size(); i++)
        {
            path.get(i).read();
            waitedNanos += path.get(i).waitedNanos();
        }
        for (int i = 0; i < others.size(); i++)
        {
            others.get(i).read();
            ranNanos += others.get(i).ranNanos();
            compiledNanos += others.get(i).name().contains("Compiler") ? others.get(i).ranNanos() : 0;
        }
    }

    private static String ownTask()
    {
        try
        {
            return SchedStat.ownTask();
        }
        catch (final IOException e)
        {
            return "";
        }
    }

    @Override
    public void close()
    {
        path.forEach(SchedStat::close);
        others.forEach(SchedStat::close);
    }
}
