package fds.app.recover;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import fds.app.setup.Digests;
import fds.app.setup.Settings;
import fds.engine.Engine;
import fds.journal.format.JournalException;
import fds.journal.format.JournalIdentity;
import fds.journal.hash.DecisionHash;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotHead;
import fds.journal.snapshot.SnapshotIoException;
import fds.journal.snapshot.SnapshotReader;
import fds.journal.snapshot.SnapshotRefusedException;
import fds.market.control.ControlFrames;
import fds.market.door.FrameSink;
import org.agrona.ExpandableArrayBuffer;

/**
 * Where a run or a follower of a journal begins: behind the newest snapshot that is whole and of this journal, this
 * build and these capacities, or at the journal's first event.
 */
public final class Start implements AutoCloseable
{
    private final SnapshotReader snapshot; // null: at the first event
    private final EventReader events;

    private Start(final SnapshotReader snapshot, final EventReader events)
    {
        this.snapshot = snapshot;
        this.events = events;
    }

    /**
     * Look for it.
     *
     * @param journal  directory.
     * @param settings with the detectors there are.
     * @param shape    of the engine.
     * @param refused  told a sentence for each snapshot that is passed over.
     * @return to be closed.
     * @throws JournalException when there is no journal.
     */
    public static Start find(
        final Path journal, final Settings settings, final Shape shape, final Consumer<String> refused)
    {
        for (final Path file : SnapshotDirectory.list(journal))
        {
            try
            {
                return open(file, journal, settings, shape);
            }
            catch (final SnapshotRefusedException | SnapshotIoException e)
            {
                refused.accept(file + " is not used: " + e.getMessage());
            }
        }
        return atFirstEvent(journal);
    }

    /**
     * Whatever snapshots there are.
     *
     * @param journal directory.
     * @return at its first event.
     * @throws JournalException when there is no journal.
     */
    public static Start atFirstEvent(final Path journal)
    {
        return new Start(null, new EventReader(journal));
    }

    private static Start open(final Path file, final Path journal, final Settings settings, final Shape shape)
    {
        final SnapshotHead head = SnapshotReader.headOf(file);
        if (!head.buildId().equals(Build.identity()))
        {
            throw new SnapshotRefusedException(
                "it is of build " + head.buildId() + ", this is " + Build.identity());
        }
        if (!head.journalId().equals(JournalIdentity.of(journal)))
        {
            throw new SnapshotRefusedException("it is of another journal, with the name " + head.journalId());
        }
        if (!head.shape().equals(shape.toString()))
        {
            throw new SnapshotRefusedException("it was taken with " + head.shape() + ", this runs with " + shape);
        }
        checkConfig(journal, settings, head);
        if (!hasDecisions(journal, head.decisions()))
        {
            throw new SnapshotRefusedException(
                "it is ahead of the journal, which has not the " + head.decisions() + " decisions made before it");
        }
        final EventReader events = behind(journal, head);
        try
        {
            return new Start(new SnapshotReader(file), events);
        }
        catch (final RuntimeException e)
        {
            events.close();
            throw e;
        }
    }

    private static void checkConfig(final Path journal, final Settings settings, final SnapshotHead head)
    {
        final String text;
        try
        {
            text = JournalShape.configAt(journal, head.configSequence());
        }
        catch (final JournalException e)
        {
            throw new SnapshotRefusedException(e.getMessage());
        }
        final long hash = text == null ? 0 : Digests.hash64(text);
        if (hash != head.configHash())
        {
            throw new SnapshotRefusedException(String.format(
                "it is of another configuration: the hash of event %d is %016x in the journal, %016x in the snapshot",
                head.configSequence(), hash, head.configHash()));
        }
        final List<String> differences = settings.check(text);
        if (!differences.isEmpty())
        {
            throw new SnapshotRefusedException(differences.get(0));
        }
    }

    private static boolean hasDecisions(final Path journal, final long count)
    {
        if (count == 0)
        {
            return true;
        }
        try (DecisionReader reader = new DecisionReader(journal, count - 1))
        {
            return reader.next() && reader.index() == count - 1;
        }
        catch (final JournalException e)
        {
            throw new SnapshotRefusedException(e.getMessage());
        }
    }

    private static EventReader behind(final Path journal, final SnapshotHead head)
    {
        try
        {
            return EventReader.behind(journal, head.place());
        }
        catch (final JournalException e)
        {
            throw new SnapshotRefusedException("it is of another journal, or ahead of this one: " + e.getMessage());
        }
    }

    /**
     * What is to be replayed.
     *
     * @return the journal's events behind the start; closed with this.
     */
    public EventReader events()
    {
        return events;
    }

    /**
     * The snapshot's own words.
     *
     * @return null without one.
     */
    public SnapshotHead head()
    {
        return snapshot == null ? null : snapshot.head();
    }

    /**
     * Decisions made before the start.
     *
     * @return 0 without a snapshot.
     */
    public long decisions()
    {
        return snapshot == null ? 0 : head().decisions();
    }

    /**
     * Take in the snapshot's state. Does nothing without one.
     *
     * @param engine    that has seen nothing.
     * @param history   that has seen nothing.
     * @param hash      of decisions.
     * @param keepsakes of this run, all or some of those that were written.
     * @param tap       told of instruments, texts, accounts and the configuration, as of control records.
     * @throws JournalException when the engine cannot take it; it is of no use any more.
     */
    public void restore(
        final Engine engine,
        final JournaledEvents history,
        final DecisionHash hash,
        final List<Keepsake> keepsakes,
        final FrameSink tap)
    {
        if (snapshot == null)
        {
            return;
        }
        readState(engine);
        history.read(snapshot.open(Sections.HISTORY, 0));
        hash.read(snapshot.open(Sections.HASH, 0));
        keepsakes.forEach(own -> own.read(snapshot.open(Sections.KEEPSAKES, own.number())));
        final ExpandableArrayBuffer config = new ExpandableArrayBuffer();
        final int length = new ControlFrames().encodeConfig(config, 0, history.configText(),
            Digests.hash64(history.configText()), history.buildId());
        ControlFrames.stamp(config, 0, 0, 0);
        tap.onFrames(config, 0, length);
        engine.tellDefinitions(tap);
    }

    private void readState(final Engine engine)
    {
        try
        {
            engine.readState((part, partition) -> snapshot.open(part.ordinal(), partition));
        }
        catch (final IllegalStateException e)
        {
            throw new JournalException("The snapshot of event " + head().sequence() +
                " is whole and cannot be taken in (" + e.getMessage() + "): remove it and start again.", e);
        }
    }

    @Override
    public void close()
    {
        events.close();
        if (snapshot != null)
        {
            snapshot.close();
        }
    }
}
