package fds.journal.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a queue's file come from: the file itself, or the file in which they lie compressed. */
interface SegmentBytes extends Closeable
{
    /** Bytes of the queue's file, as of now. */
    long size() throws IOException;

    /**
     * Copy what is there into a buffer's free room.
     *
     * @param target   to copy into, from its position on.
     * @param position in the queue's file.
     * @return bytes copied, 1 or more; 0 or less at and behind the end.
     */
    int read(ByteBuffer target, long position) throws IOException;
}
