package fds.feeds.source;

import java.io.IOException;
import java.io.InputStream;

/** A stream that can only tell why it ended. */
final class FailingStream extends InputStream
{
    private final IOException failure;

    FailingStream(final IOException failure)
    {
        this.failure = failure;
    }

    @Override
    public int read() throws IOException
    {
        throw failure;
    }
}
