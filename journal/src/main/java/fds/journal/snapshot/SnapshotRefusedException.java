package fds.journal.snapshot;

import fds.journal.format.JournalException;

/** A snapshot cannot be used: damaged, of another version or foreign; the message says why in a few words. */
public final class SnapshotRefusedException extends JournalException
{
    private static final long serialVersionUID = 1L;

    /**
     * Refuse.
     *
     * @param reason in words, without the file's name.
     */
    public SnapshotRefusedException(final String reason)
    {
        super(reason);
    }
}
