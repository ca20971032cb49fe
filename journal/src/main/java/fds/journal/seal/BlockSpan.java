package fds.journal.seal;

/**
 * The records of one queue in a block.
 *
 * @param first sequence or index of the first, or of the next to come when there is none.
 * @param count how many, 0 or more.
 * @param root  of the Merkle tree over them, 64 hexadecimal digits.
 */
public record BlockSpan(long first, long count, String root)
{
    /**
     * The record behind the last.
     *
     * @return sequence or index at which the next block begins.
     */
    public long next()
    {
        return first + count;
    }

    /**
     * Whether a record is in it.
     *
     * @param record sequence or index.
     * @return true when it is.
     */
    public boolean contains(final long record)
    {
        return record >= first && record < next();
    }

    @Override
    public String toString()
    {
        return count == 0 ? "none" : first + " to " + (next() - 1);
    }
}
