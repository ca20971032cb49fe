package fds.market.door;

import org.agrona.DirectBuffer;

/**
 * Takes journal frames in order: whole SBE messages of {@code events.xml} or {@code decisions.xml}. Called by one
 * thread; an implementation on the path allocates nothing.
 */
public interface FrameSink
{
    /**
     * Take bytes that are one frame, or several events of 128 bytes one behind the other.
     *
     * @param buffer that holds them; valid only during the call.
     * @param offset of the first byte.
     * @param length in bytes.
     */
    void onFrames(DirectBuffer buffer, int offset, int length);

    /** What was taken since the last call belongs together and may now be made visible, and durable by policy. */
    void onBatchEnd();
}
