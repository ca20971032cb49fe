package fds.bench.latency;

import java.nio.file.Path;
import java.util.List;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.setup.Settings;
import fds.engine.Engine;
import fds.engine.Intake;
import fds.engine.Threading;
import fds.market.door.Feed;
import fds.market.door.FrameSinks;

/** The engine as {@code ./fds run} wires it, journals and hash of decisions included. */
final class EngineSubject implements Subject
{
    private final Session session;
    private final Engine engine;
    private final Intake intake;
    private final Tape tape;
    private final Completions completions;
    private final boolean isInline;

    /**
     * Start it.
     *
     * @param settings    with threads and waiting.
     * @param directory   of the journal, or null.
     * @param feed        whose instruments and accounts there are.
     * @param tape        its events.
     * @param completions to write.
     */
    EngineSubject(
        final Settings settings,
        final Path directory,
        final Feed feed,
        final Tape tape,
        final Completions completions)
    {
        this.tape = tape;
        this.completions = completions;
        isInline = settings.engine().threading().mode() == Threading.Mode.INLINE;
        session = new Session(settings, directory, FrameSinks.NOWHERE, FrameSinks.NOWHERE, Rejects.stopping());
        session.introduce(feed);
        engine = session.engine();
        engine.flush();
        engine.accountStage().listen(completions);
        intake = engine.openIntake();
    }

    @Override
    public void hand()
    {
        tape.next(intake.claim());
        intake.publish();
    }

    @Override
    public void idle()
    {
        if (isInline)
        {
            engine.flush();
        }
    }

    @Override
    public void pause()
    {
        if (!isInline)
        {
            completions.begin();
            completions.rest();
            hand();
            while (completions.count() == 0)
            {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void resume()
    {
        completions.wake();
    }

    @Override
    public boolean isFloor()
    {
        return false;
    }

    @Override
    public Completions completions()
    {
        return completions;
    }

    @Override
    public List<Thread> threads()
    {
        return Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("fds-(sequencer|journal|account|shard-\\d+)")).toList();
    }

    /** Findings so far: a run without any has not walked the path to its end. */
    long findings()
    {
        return engine.accountStage().findingCount();
    }

    @Override
    public void close()
    {
        completions.wake();
        engine.accountStage().listen(null);
        session.close();
    }
}
