package fds.market.finding;

/** Where a detector says what it saw. Called on the shard's thread; must not throw or allocate. */
@FunctionalInterface
public interface FindingSink
{
    /**
     * A pattern was recognised.
     *
     * @param finding valid only during the call; the detector writes it again for the next.
     */
    void onFinding(Finding finding);
}
