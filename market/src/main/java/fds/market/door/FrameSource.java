package fds.market.door;

import org.agrona.DirectBuffer;

/** Gives journal frames in order, one at a time. Owned by the thread that reads. */
public interface FrameSource extends AutoCloseable
{
    /**
     * Move to the next frame.
     *
     * @return false at the end of what is there.
     */
    boolean next();

    /**
     * The memory of the frame.
     *
     * @return valid until the next call of {@link #next}.
     */
    DirectBuffer buffer();

    /**
     * First byte of the frame.
     *
     * @return offset in {@link #buffer()}.
     */
    int offset();

    /**
     * Bytes of the frame.
     *
     * @return length, header included.
     */
    int length();

    @Override
    void close();
}
