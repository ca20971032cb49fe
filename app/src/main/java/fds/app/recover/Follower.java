package fds.app.recover;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import fds.app.respond.AnswerFile;
import fds.app.respond.JournaledAnswers;
import fds.app.respond.UnsentCommands;
import fds.app.setup.Digests;
import fds.app.setup.Settings;
import fds.engine.Engine;
import fds.engine.EngineFailedException;
import fds.journal.format.DocumentPlace;
import fds.journal.format.JournalIdentity;
import fds.journal.hash.DecisionHash;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotHead;
import fds.journal.snapshot.SnapshotIoException;
import fds.journal.snapshot.SnapshotWriter;
import fds.market.door.FrameSinks;
import fds.market.door.FrameSource;
import fds.market.event.MarketEvent;
import org.agrona.DirectBuffer;

/**
 * Follows the event journal of a run from another process, keeps the same state with an engine of its own, compares the
 * decisions, and writes snapshots: the run itself never stops for one. Owned by one thread.
 */
public final class Follower implements AutoCloseable
{
    private static final int STEP_FRAMES = 4096;
    private static final long IDLE_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Path journal;
    private final Settings settings;
    private final SnapshotDirectory directory;
    private final int keep;
    private final Consumer<String> say;

    private Shape shape;
    private long shapeFrom; // sequence of the configuration that told this shape; those before it may tell others
    private Start start;
    private Engine engine;
    private JournaledEvents history;
    private DecisionHash hash;
    private TrailingCheck check;
    private UnsentCommands unsent;
    private JournaledAnswers answers;
    private List<Keepsake> keepsakes;
    private long lastSnapshot; // sequence

    /** The journal says that its run has gone on with another shape than this engine's. */
    private static final class OtherShapeException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;

        OtherShapeException()
        {
            super("the journal's run has another shape", null, false, false);
        }
    }

    /**
     * Begin behind the newest snapshot that is good.
     *
     * @param journal  directory; its first event is there.
     * @param settings with the detectors there are; the journal's own configuration decides.
     * @param keep     snapshots that stay, 1 or more.
     * @param say      told sentences for the operator.
     * @throws fds.journal.format.JournalException when there is no journal, it cannot be written beside it, or another
     *                                             process does.
     */
    public Follower(final Path journal, final Settings settings, final int keep, final Consumer<String> say)
    {
        this.journal = journal;
        this.settings = settings;
        this.keep = keep;
        this.say = say;
        directory = SnapshotDirectory.open(journal);
        try
        {
            shape = JournalShape.of(journal);
            begin(Start.find(journal, settings, shape, say));
        }
        catch (final RuntimeException e)
        {
            close();
            throw e;
        }
    }

    /**
     * Take what is there; return when it was all taken.
     *
     * @param stop ends it earlier, between two documents.
     * @throws EngineFailedException when the engine has failed.
     */
    public void catchUp(final BooleanSupplier stop)
    {
        while (!stop.getAsBoolean() && differing() < 0 && isStepTaken())
        {
            check.compare();
        }
        engine.flush();
        check.compare();
    }

    /** Let time pass: there is nothing new. */
    public void idle()
    {
        LockSupport.parkNanos(IDLE_NANOS);
        check.compare();
    }

    /**
     * Follow until told to stop, and write a snapshot at every interval in which something came.
     *
     * @param everyNanos between snapshots.
     * @param stop       ends it.
     * @return false when a decision of the run is not what this program decides.
     */
    public boolean follow(final long everyNanos, final BooleanSupplier stop)
    {
        long due = System.nanoTime() + everyNanos;
        while (!stop.getAsBoolean() && differing() < 0)
        {
            final boolean moved = isStepTaken();
            check.compare();
            if (System.nanoTime() - due >= 0)
            {
                snapshot(stop);
                due = System.nanoTime() + everyNanos;
            }
            if (!moved)
            {
                engine.flush();
                idle();
            }
        }
        return differing() < 0;
    }

    /**
     * Write a snapshot of what was taken, unless there is one already. The run must have journaled the decisions: then
     * they are waited for.
     *
     * @param stop ends the waiting.
     * @return whether there is one of just this moment.
     */
    public boolean snapshot(final BooleanSupplier stop)
    {
        engine.flush();
        if (history.configText() == null || !isJournaled(stop))
        {
            return false;
        }
        final DocumentPlace place = start.events().place();
        if (place.lastRecord() == lastSnapshot)
        {
            return true;
        }
        final long began = System.nanoTime();
        final SnapshotHead head = new SnapshotHead(place, engine.sequencer().engineTimeNanos(), hash.records(),
            history.configSequence(), Digests.hash64(history.configText()), JournalIdentity.of(journal),
            Build.identity(), shape.toString());
        try (SnapshotWriter writer = directory.begin(head))
        {
            engine.writeState((part, partition) -> writer.begin(part.ordinal(), partition));
            history.write(writer.begin(Sections.HISTORY, 0));
            hash.write(writer.begin(Sections.HASH, 0));
            keepsakes.forEach(own -> own.write(writer.begin(Sections.KEEPSAKES, own.number())));
            final long bytes = writer.finish();
            lastSnapshot = place.lastRecord();
            directory.keepNewest(head, keep, bytes);
            System.out.println("snapshot=" + writer.file() + " sequence=" + head.sequence() + " decisions=" +
                head.decisions() + " bytes=" + bytes + " elapsed_ms=" + (System.nanoTime() - began) / 1_000_000);
            return true;
        }
        catch (final SnapshotIoException e)
        {
            say.accept("no snapshot of event " + head.sequence() + ": " + e.getMessage() +
                "; those that are there stay, and the run is not touched");
            return false;
        }
    }

    /**
     * The newest event that was taken.
     *
     * @return its sequence.
     */
    public long sequence()
    {
        return engine.sequencer().sequence();
    }

    /**
     * Decisions that were made here and that the run has not journaled.
     *
     * @return decisions.
     */
    public long owedDecisions()
    {
        return check.waitingCount();
    }

    /**
     * The first decision of the run that is not what this program decides.
     *
     * @return its index, or -1.
     */
    public long differing()
    {
        return check.differing();
    }

    @Override
    public void close()
    {
        end();
        directory.close();
    }

    private void begin(final Start at)
    {
        start = at;
        hash = DecisionHash.resumable();
        check = new TrailingCheck(journal, at.decisions());
        history = new JournaledEvents(at.events(), this::checked);
        unsent = new UnsentCommands(settings.actions().fileOf(journal));
        answers = new JournaledAnswers(journal.resolve(AnswerFile.NAME));
        keepsakes = List.of(unsent, answers, new RejectedLines(journal.resolve(RejectedLines.FILE_NAME)));
        engine = new Engine(shape.inline(), settings.detection(), FrameSinks.NOWHERE,
            FrameSinks.tee(FrameSinks.tee(hash, check), unsent), FrameSinks.NOWHERE,
            (event, reason) ->
            {
                throw new IllegalStateException("an event of a journal was refused: " + reason);
            }, (stage, sequence, cause) -> say.accept("the engine failed in " + stage + " near event " + sequence +
                ": " + cause));
        at.restore(engine, history, hash, keepsakes, FrameSinks.NOWHERE);
        lastSnapshot = at.head() == null ? 0 : at.head().sequence();
        say.accept("following " + journal + (at.head() == null ? " from its first event" :
            " behind the snapshot of event " + lastSnapshot));
    }

    private void end()
    {
        if (engine != null)
        {
            engine.close();
            engine = null;
            check.close();
        }
        if (start != null)
        {
            start.close();
            start = null;
        }
    }

    private boolean isStepTaken()
    {
        if (check.isCrowded())
        {
            return false;
        }
        final Step step = new Step();
        try
        {
            engine.replay(step);
        }
        catch (final OtherShapeException e)
        {
            // Rare: its dictionaries have another room since, and have had it for all the run replayed at its start.
            say.accept("the run goes on with " + shape + ": beginning anew at its first event");
            end();
            begin(Start.atFirstEvent(journal));
            return true;
        }
        return step.frames > 0;
    }

    private String checked(final String text)
    {
        settings.check(text);
        final Shape told = Shape.of(text);
        final long sequence = engine.sequencer().sequence() + 1;
        if (sequence > shapeFrom && !told.equals(shape))
        {
            shape = told;
            shapeFrom = sequence;
            throw new OtherShapeException();
        }
        return text;
    }

    private boolean isJournaled(final BooleanSupplier stop)
    {
        final long patience = System.nanoTime() + PATIENCE_NANOS;
        check.compare();
        while (check.waitingCount() > 0 && differing() < 0)
        {
            if (stop.getAsBoolean() || System.nanoTime() - patience > 0)
            {
                return false;
            }
            idle();
        }
        return differing() < 0;
    }

    /** Whole documents of the journal, some at a time. */
    private final class Step implements FrameSource
    {
        private int frames;

        @Override
        public boolean next()
        {
            if (start.events().isAtDocumentEnd() && frames > 0 && (frames >= STEP_FRAMES || check.isCrowded()) ||
                !history.next())
            {
                return false;
            }
            if (!MarketEvent.isEvent(history.buffer(), history.offset()))
            {
                answers.onJournaled(history.buffer(), history.offset());
            }
            frames++;
            return true;
        }

        @Override
        public DirectBuffer buffer()
        {
            return history.buffer();
        }

        @Override
        public int offset()
        {
            return history.offset();
        }

        @Override
        public int length()
        {
            return history.length();
        }

        @Override
        public void close()
        {
            // the start closes it
        }
    }
}
