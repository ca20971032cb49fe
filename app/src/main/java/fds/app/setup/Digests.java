package fds.app.setup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and files. */
public final class Digests
{
    private Digests()
    {
    }

    /**
     * The digest of bytes.
     *
     * @param bytes any.
     * @return 64 hexadecimal digits.
     */
    public static String sha256(final byte[] bytes)
    {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /**
     * The first eight bytes of a text's digest.
     *
     * @param text any.
     * @return as a number, big endian.
     */
    public static long hash64(final String text)
    {
        return ByteBuffer.wrap(digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] digest(final byte[] bytes)
    {
        try
        {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
