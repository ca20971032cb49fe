package fds.market.detector;

/** Where a detector runs. */
public enum Scope
{
    /** In the shard: it sees one instrument's partition. */
    INSTRUMENT,
    /** In the account stage: it sees an owner group across instruments. */
    ACCOUNT
}
