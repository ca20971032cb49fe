package planted.fds.anchors.file;

import org.agrona.DirectBuffer;

/** Planted: who publishes a root looks into records. */
public final class TouchesFrames
{
    int length(final DirectBuffer frame)
    {
        return frame.capacity();
    }
}
