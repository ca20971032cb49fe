package fds.app.run;

import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import org.agrona.DirectBuffer;

/**
 * Compares decisions as they are made with decisions that were journaled, record by record; what comes behind the last
 * journaled one is handed on. Owned by the thread that decides.
 */
final class DecisionCheck implements FrameSink
{
    private final FrameSource journaled;
    private final FrameSink behind;
    private boolean atEnd;
    private long same;
    private long differing = -1;
    private boolean handedOn;

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
            atEnd = !journaled.next();
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
