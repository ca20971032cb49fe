package fds.journal.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;

import fds.journal.format.SegmentFile;

/** The disk does not take or give a snapshot; the message is the file system's reason. */
public final class SnapshotIoException extends UncheckedIOException
{
    private static final long serialVersionUID = 1L;

    SnapshotIoException(final IOException cause)
    {
        super(SegmentFile.reasonOf(cause), cause);
    }
}
