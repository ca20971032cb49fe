package fds.journal.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The file itself. */
record PlainBytes(FileChannel channel) implements SegmentBytes
{
    @Override
    public long size() throws IOException
    {
        return channel.size();
    }

    @Override
    public int read(final ByteBuffer target, final long position) throws IOException
    {
        return channel.read(target, position);
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }
}
