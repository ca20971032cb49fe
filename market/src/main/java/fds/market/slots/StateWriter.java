package fds.market.slots;

import org.agrona.DirectBuffer;

/** Takes detection state to be kept: a snapshot. Not on the path. */
public interface StateWriter
{
    /**
     * Write a word.
     *
     * @param value any.
     */
    void putLong(long value);

    /**
     * Write bytes.
     *
     * @param source to copy from.
     * @param offset of the first byte.
     * @param length 0 or more.
     */
    void putBytes(DirectBuffer source, int offset, int length);
}
