package fds.market.slots;

import org.agrona.MutableDirectBuffer;

/** Gives back detection state that a {@link StateWriter} took, in the same order. Not on the path. */
public interface StateReader
{
    /**
     * Read a word.
     *
     * @return as written.
     * @throws IllegalStateException behind the end.
     */
    long getLong();

    /**
     * Read bytes.
     *
     * @param target to copy to.
     * @param offset of the first byte.
     * @param length as written.
     * @throws IllegalStateException behind the end.
     */
    void getBytes(MutableDirectBuffer target, int offset, int length);
}
