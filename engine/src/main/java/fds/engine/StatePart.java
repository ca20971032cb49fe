package fds.engine;

/** What an engine's state consists of, in the order in which it is written and read. */
public enum StatePart
{
    /** The detection configuration in force and the instruments. */
    DEFINITIONS,
    /** Sequence, engine time, counters and the dictionaries of texts. */
    ORDER,
    /** Owners, rates and what feeds have said of themselves. */
    REFERENCE,
    /** Market and detectors of one partition. */
    PARTITION,
    /** Mutes, episodes, and what the handlers of the account stage keep. */
    ACCOUNTS
}
