package fds.bench.torture;

import static fds.bench.torture.TortureException.check;

import java.nio.ByteOrder;
import java.nio.file.Path;

import fds.journal.format.JournalException;
import fds.journal.hash.DecisionHash;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.door.FrameSource;

/** Holds a journal against that of the undisturbed run, frame by frame. */
final class Audit
{
    private static final int SEQUENCE = 8;

    private final Workload workload;
    private final Path journal;

    Audit(final Workload workload, final Path journal)
    {
        this.workload = workload;
        this.journal = journal;
    }

    /**
     * The journal of a dead run: a beginning of the undisturbed one's, and all that was acknowledged is in it.
     *
     * @param acknowledged sequence.
     * @return sequence of the last event in it, or 0.
     */
    long afterDeath(final long acknowledged)
    {
        final long events = beginning(true);
        check(events >= acknowledged, Verdict.LOSS,
            "sequence " + acknowledged + " was acknowledged and the journal ends with " + events);
        final long decided = beginning(false);
        check(decided <= events, Verdict.DIFFERENCE,
            "a decision on sequence " + decided + " is journaled and the events end with " + events);
        return events;
    }

    /** The journal of a run that came to its end: the undisturbed one's, to the last byte. */
    void afterEnd(final Said said)
    {
        final long events = beginning(true);
        check(events >= workload.lastSequence(), Verdict.LOSS,
            "the journal ends with " + events + " instead of " + workload.lastSequence());
        beginning(false);
        final String hash = DecisionHash.of(journal);
        check(hash.equals(workload.hash()), Verdict.DIFFERENCE,
            "decision_hash of the journal is " + hash + " instead of " + workload.hash());
        check(said.value("decision_hash").equals(hash), Verdict.DIFFERENCE, "the summary says another hash: " + said);
        final Said verified = Said.by("verify", journal);
        check(verified.code() == 0, Verdict.DIFFERENCE, "verify says no: " + verified);
    }

    /** Compares frames up to the end of the journal; returns the sequence of the last one, or 0. */
    private long beginning(final boolean ofEvents)
    {
        final String name = ofEvents ? "event frame " : "decision record ";
        try (FrameSource expected = open(ofEvents, workload.calm()); FrameSource found = open(ofEvents, journal))
        {
            long count = 0;
            long last = 0;
            while (found.next())
            {
                final long sequence = found.buffer().getLong(found.offset() + SEQUENCE, ByteOrder.LITTLE_ENDIAN);
                check(expected.next(), sequence == last || ofEvents ? Verdict.DUPLICATE : Verdict.DIFFERENCE,
                    name + count + " (sequence " + sequence + ") stands behind the end of the undisturbed run");
                check(isSame(expected, found), Verdict.DIFFERENCE,
                    name + count + " (sequence " + sequence + ") is not that of the undisturbed run");
                last = Math.max(last, sequence);
                count++;
            }
            return last;
        }
        catch (final NothingThereException e)
        {
            return 0;
        }
        catch (final JournalException e)
        {
            throw new TortureException(Verdict.CONDUCT, "cannot be read: " + e.getMessage());
        }
    }

    private static FrameSource open(final boolean ofEvents, final Path journal)
    {
        try
        {
            return ofEvents ? new EventReader(journal) : new DecisionReader(journal);
        }
        catch (final JournalException e)
        {
            throw new NothingThereException(e);
        }
    }

    private static boolean isSame(final FrameSource one, final FrameSource other)
    {
        if (one.length() != other.length())
        {
            return false;
        }
        for (int i = 0; i < one.length(); i++)
        {
            if (one.buffer().getByte(one.offset() + i) != other.buffer().getByte(other.offset() + i))
            {
                return false;
            }
        }
        return true;
    }

    /** A run that died before it made its files. */
    private static final class NothingThereException extends RuntimeException
    {
        private static final long serialVersionUID = 1;

        NothingThereException(final JournalException cause)
        {
            super(cause);
        }
    }
}
