package planted.fds.actions.file;

import fds.journal.read.DecisionReader;

/** Planted: an executor that reads the journal. */
public final class KnowsJournal
{
    boolean next(final DecisionReader reader)
    {
        return reader.next();
    }
}
