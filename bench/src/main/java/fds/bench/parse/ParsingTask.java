package fds.bench.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.lmax.disruptor.RingBuffer;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;

/** Two ways over the same files on one thread: messages to events in a ring, and bytes to nothing. */
final class ParsingTask
{
    private static final int RING_SLOTS = 1 << 12;
    private static final int BLOCK_BYTES = 64 * 1024;

    private final List<Path> files;
    private final String format;
    private final byte[] block = new byte[BLOCK_BYTES];

    /** Nobody waits for its slots: what a reader behind it costs is not asked here. */
    private final RingBuffer<InboundEvent> ring = RingBuffer.createSingleProducer(InboundEvent::new, RING_SLOTS);

    ParsingTask(final List<Path> files, final String format)
    {
        this.files = files;
        this.format = format;
    }

    /** Open, read to the end, close; events that stood in the ring. */
    long parse()
    {
        long events = 0;
        try (InputFeed feed = Feeds.open(files, format, FeedOptions.none()))
        {
            boolean isMore = true;
            while (isMore)
            {
                final long sequence = ring.next();
                try
                {
                    isMore = feed.next(ring.get(sequence));
                    events += isMore ? 1 : 0;
                }
                catch (final BadInputException skipped)
                {
                    // as with --on-bad-row=skip
                }
                finally
                {
                    ring.publish(sequence);
                }
            }
        }
        return events;
    }

    /** Open, decompress and read to the end, close; bytes. */
    long readPlainly()
    {
        long bytes = 0;
        for (final Path file : files)
        {
            try (InputStream in = ByteSource.of(Files.isDirectory(file) ? file.resolve("events.bin") : file).open())
            {
                for (int read = in.read(block); read >= 0; read = in.read(block))
                {
                    bytes += read;
                }
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return bytes;
    }
}
