package fds.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import fds.journal.format.QueueKind;
import org.agrona.DirectBuffer;

/**
 * SHA-256 as the seal uses it. Leaves and inner nodes begin with different bytes, as in RFC 6962, so that none can be
 * shown as the other. Owned by one thread.
 */
final class SealHash
{
    /** Bytes of a hash. */
    static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int CHUNK_BYTES = 8192;
    private static final int LEAF_PREFIX_BYTES = 10;

    private final MessageDigest digest = newDigest();
    private final byte[] chunk = new byte[CHUNK_BYTES];

    /** Of plain bytes. */
    byte[] of(final byte[] bytes)
    {
        return digest.digest(bytes);
    }

    /** Of a text that holds nothing but ASCII, as hexadecimal digits. */
    String hexOf(final String text)
    {
        return hex(of(ascii(text)));
    }

    /** A leaf of the tree over block headers. */
    byte[] leaf(final String headerText)
    {
        digest.update(LEAF);
        return digest.digest(ascii(headerText));
    }

    /** A leaf of a block's tree: 0x00, 'E' or 'D', sequence or index as i64 little endian, the record's bytes. */
    byte[] leaf(
        final QueueKind queue, final long record, final DirectBuffer buffer, final int offset, final int length)
    {
        chunk[0] = LEAF;
        chunk[1] = (byte)(queue == QueueKind.EVENTS ? 'E' : 'D');
        for (int i = 0; i < Long.BYTES; i++)
        {
            chunk[2 + i] = (byte)(record >>> 8 * i);
        }
        int filled = LEAF_PREFIX_BYTES;
        int done = 0;
        do
        {
            final int count = Math.min(CHUNK_BYTES - filled, length - done);
            buffer.getBytes(offset + done, chunk, filled, count);
            digest.update(chunk, 0, filled + count);
            done += count;
            filled = 0;
        }
        while (done < length);
        return digest.digest();
    }

    /** A node above two others. */
    byte[] node(final byte[] left, final byte[] right)
    {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static String hex(final byte[] hash)
    {
        return HexFormat.of().formatHex(hash);
    }

    static byte[] bytes(final String hex)
    {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] ascii(final String text)
    {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest newDigest()
    {
        try
        {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
