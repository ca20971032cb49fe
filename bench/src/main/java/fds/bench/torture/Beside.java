package fds.bench.torture;

import static fds.bench.torture.TortureException.check;

/** A process beside the run, a follower or a sealer: it may be killed at any time and must not end badly by itself. */
final class Beside implements AutoCloseable
{
    private static final int KILLED = 137;

    private final Fault fault;
    private final boolean isStrict;
    private final Child child;

    /**
     * Take care of it.
     *
     * @param fault    that its death counts as.
     * @param isStrict whether the disk is well: then it has no ground to give up.
     * @param child    started.
     */
    Beside(final Fault fault, final boolean isStrict, final Child child)
    {
        this.fault = fault;
        this.isStrict = isStrict;
        this.child = child;
    }

    boolean isAlive()
    {
        return child.isAlive();
    }

    /** SIGKILL; returns what it counts as. */
    Fault kill()
    {
        final Said said = child.kill();
        check(said.code() != 1, Verdict.DIFFERENCE, "a process beside the run says no: " + said);
        check(said.code() == KILLED || said.code() == 0 || said.code() == 2 && !isStrict, Verdict.CONDUCT,
            "a process beside the run ended badly: " + said);
        return fault;
    }

    @Override
    public void close()
    {
        child.close();
    }
}
