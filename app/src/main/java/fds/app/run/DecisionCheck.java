package fds.app.run;

import fds.journal.format.JournalDamagedException;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import org.agrona.DirectBuffer;

/**
 * Compares decisions as they are made with decisions that were journaled, record by record; what comes behind the last
 * journaled one is handed on. Owned by the thread that decides.
 */
final class DecisionCheck implements FrameSink
{
    private static final int SEQUENCE = 8; // of every decision record

    private final FrameSource journaled;
    private final FrameSink behind;
    private boolean atEnd;
    private long same;
    private long differing = -1;
    private boolean handedOn;
    private JournalDamagedException damage;

    DecisionCheck(final FrameSource journaled, final FrameSink behind)
    {
        this.journaled = journaled;
        this.behind = behind;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!atEnd && differing < 0)
        {
            try
            {
                atEnd = !journaled.next();
            }
            catch (final JournalDamagedException e)
            {
                // The engine is well: it is the journal that is not, which the owner of this check will say.
                damage = e;
                differing = same;
                return;
            }
            if (!atEnd)
            {
                if (isSame(buffer, offset, length))
                {
                    same++;
                }
                else
                {
                    differing = same;
                }
                return;
            }
        }
        if (atEnd)
        {
            handedOn = true;
            behind.onFrames(buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd()
    {
        if (handedOn)
        {
            behind.onBatchEnd();
            handedOn = false;
        }
    }

    /** Records that are alike so far. */
    long same()
    {
        return same;
    }

    /** Index of the first record that differs, or -1. */
    long differing()
    {
        return differing;
    }

    /** To be called before anything else is asked: a comparison with what cannot be read says nothing. */
    void throwIfDamaged()
    {
        if (damage != null)
        {
            throw damage;
        }
    }

    /** The event that the first journaled record left is about; behind {@link #isShort}. */
    long leftSequence()
    {
        return journaled.buffer().getLong(journaled.offset() + SEQUENCE, java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether journaled records are left that nobody made again. Ends the comparison. */
    boolean isShort()
    {
        return !atEnd && journaled.next();
    }

    private boolean isSame(final DirectBuffer buffer, final int offset, final int length)
    {
        if (length != journaled.length())
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (buffer.getByte(offset + i) != journaled.buffer().getByte(journaled.offset() + i))
            {
                return false;
            }
        }
        return true;
    }
}
