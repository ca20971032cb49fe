package fds.journal.seal;

import java.util.Base64;

import fds.journal.format.JournalException;

/**
 * A header with its signature: one line of the seal.
 *
 * @param header    what was signed.
 * @param signature over the bytes of {@link BlockHeader#text()}, in base64.
 */
public record SealedBlock(BlockHeader header, String signature)
{
    private static final String SIGNATURE = " signature=";

    /**
     * Read a line.
     *
     * @param line without its end.
     * @return the block.
     * @throws JournalException when it is none.
     */
    public static SealedBlock parse(final String line)
    {
        final int at = line.lastIndexOf(SIGNATURE);
        if (at < 0)
        {
            throw new JournalException("A sealed block has no signature.");
        }
        return new SealedBlock(BlockHeader.parse(line.substring(0, at)), line.substring(at + SIGNATURE.length()));
    }

    /**
     * Whether a key made the signature.
     *
     * @param key public.
     * @return false for another key, or a signature that is none.
     */
    public boolean isSignedBy(final SealPublicKey key)
    {
        try
        {
            return key.id().equals(header.key()) && key.algorithm() == header.algorithm() &&
                key.verifies(SealHash.ascii(header.text()), Base64.getDecoder().decode(signature));
        }
        catch (final IllegalArgumentException e)
        {
            return false;
        }
    }

    /**
     * The block as a line.
     *
     * @return without its end.
     */
    public String line()
    {
        return header.text() + SIGNATURE + signature;
    }
}
