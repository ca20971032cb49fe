package fds.journal.hash;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import fds.journal.read.DecisionReader;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import org.agrona.DirectBuffer;

/**
 * SHA-256 over decision records, each preceded by its length as four bytes, little endian, in order: the same for the
 * same decisions, whatever the batches. Owned by one thread; allocates nothing a record.
 */
public final class DecisionHash implements FrameSink
{
    private static final int CHUNK_BYTES = 8192;

    private final MessageDigest digest;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long records;

    /** Start with no record. */
    public DecisionHash()
    {
        try
        {
            digest = MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash of a journal's decision queue.
     *
     * @param journal directory.
     * @return 64 hexadecimal digits, lower case.
     * @throws fds.journal.format.JournalException when it cannot be read or is damaged.
     */
    public static String of(final Path journal)
    {
        try (DecisionReader reader = new DecisionReader(journal))
        {
            return of(reader);
        }
    }

    /**
     * The hash of what a source gives.
     *
     * @param source read to its end, not closed.
     * @return 64 hexadecimal digits, lower case.
     */
    public static String of(final FrameSource source)
    {
        final DecisionHash hash = new DecisionHash();
        while (source.next())
        {
            hash.onFrames(source.buffer(), source.offset(), source.length());
        }
        return hash.hex();
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        chunk[0] = (byte)length;
        chunk[1] = (byte)(length >>> 8);
        chunk[2] = (byte)(length >>> 16);
        chunk[3] = (byte)(length >>> 24);
        int filled = 4;
        for (int done = 0; done < length; )
        {
            final int count = Math.min(CHUNK_BYTES - filled, length - done);
            buffer.getBytes(offset + done, chunk, filled, count);
            digest.update(chunk, 0, filled + count);
            done += count;
            filled = 0;
        }
        records++;
    }

    @Override
    public void onBatchEnd()
    {
        // Batches are not part of the hash.
    }

    /**
     * Records taken.
     *
     * @return count.
     */
    public long records()
    {
        return records;
    }

    /**
     * The hash, at the end: it starts anew behind this.
     *
     * @return 64 hexadecimal digits, lower case.
     */
    public String hex()
    {
        records = 0;
        return HexFormat.of().formatHex(digest.digest());
    }
}
