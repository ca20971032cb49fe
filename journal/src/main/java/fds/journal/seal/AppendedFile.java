package fds.journal.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is opened to append, so that it may carry the append-only attribute; each line is forced to disk. */
final class AppendedFile implements AutoCloseable
{
    private final Path path;
    private final FileChannel channel;

    AppendedFile(final Path path) throws IOException
    {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Append a line; gives its position. What a dead writer left behind the last line becomes a line of its own. */
    long append(final String line) throws IOException
    {
        final String end = isLineOpen() ? "\n" : "";
        final long position = channel.size() + end.length();
        final ByteBuffer bytes = ByteBuffer.wrap(SealHash.ascii(end + line + "\n"));
        while (bytes.hasRemaining())
        {
            channel.write(bytes);
        }
        channel.force(true);
        return position;
    }

    private boolean isLineOpen() throws IOException
    {
        final ByteBuffer last = ByteBuffer.allocate(1);
        try (FileChannel reader = FileChannel.open(path, StandardOpenOption.READ))
        {
            return reader.size() > 0 && reader.read(last, reader.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }
}
