package fds.journal.hash;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import fds.journal.read.DecisionReader;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;

/**
 * SHA-256 over decision records, each preceded by its length as four bytes, little endian, in order: the same for the
 * same decisions, whatever the batches. Owned by one thread; allocates nothing a record.
 */
public final class DecisionHash implements FrameSink
{
    private static final int CHUNK_BYTES = 8192;

    private final MessageDigest digest;
    private Sha256 resumable; // in place of the digest when its state is to be written or was read
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
     * Start with no record, and be able to {@link #write} at any time; slower.
     *
     * @return a new one.
     */
    public static DecisionHash resumable()
    {
        final DecisionHash hash = new DecisionHash();
        hash.resumable = new Sha256();
        return hash;
    }

    /**
     * Write what was taken so far.
     *
     * @param state to write to.
     * @throws IllegalStateException when this one was not made {@link #resumable()} and has read nothing.
     */
    public void write(final StateWriter state)
    {
        if (resumable == null)
        {
            throw new IllegalStateException("only a resumable hash can be written");
        }
        state.putLong(records);
        resumable.write(state);
    }

    /**
     * Go on where another one stood.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        resumable = new Sha256();
        records = state.getLong();
        resumable.read(state);
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
            if (resumable == null)
            {
                digest.update(chunk, 0, filled + count);
            }
            else
            {
                resumable.update(chunk, 0, filled + count);
            }
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
        final byte[] hash = resumable == null ? digest.digest() : resumable.digest();
        resumable = resumable == null ? null : new Sha256();
        return HexFormat.of().formatHex(hash);
    }
}
