package fds.feeds.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Gzip data that refuses what the JDK's stream passes over in silence: bytes behind the last member. */
final class WholeGzipStream extends GZIPInputStream
{
    private static final int TRAILER_BYTES = 8;

    WholeGzipStream(final InputStream in, final int bufferBytes) throws IOException
    {
        super(in, bufferBytes);
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException
    {
        final int count = super.read(target, offset, length);
        if (count < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0))
        {
            throw new ZipException("bytes that are not gzip behind the compressed data");
        }
        return count;
    }
}
