package fds.market.trust;

import java.nio.charset.StandardCharsets;

import org.agrona.DirectBuffer;

/** What the reason of a FEED_STATUS says of the books that its feed makes. The ordinal stands in snapshots. */
public enum FeedWord
{
    /** Nothing: any word that is not one of those below. */
    NONE,
    /** Books are as they should be. */
    TRUSTED("trusted", "connected", "up"),
    /** Books may be wrong until the feed says otherwise. */
    UNTRUSTED("untrusted", "stale"),
    /** Messages were lost: books must be built anew. */
    LOST("disconnected", "down", "resync");

    private final byte[][] words;

    FeedWord(final String... words)
    {
        this.words = new byte[words.length][];
        for (int i = 0; i < words.length; i++)
        {
            this.words[i] = words[i].getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * What a text says.
     *
     * @param buffer of the text.
     * @param offset of its first byte.
     * @param length in bytes.
     * @return {@link #NONE} for any other text.
     */
    public static FeedWord of(final DirectBuffer buffer, final int offset, final int length)
    {
        if (equalsAny(TRUSTED.words, buffer, offset, length))
        {
            return TRUSTED;
        }
        if (equalsAny(UNTRUSTED.words, buffer, offset, length))
        {
            return UNTRUSTED;
        }
        return equalsAny(LOST.words, buffer, offset, length) ? LOST : NONE;
    }

    private static boolean equalsAny(
        final byte[][] words, final DirectBuffer buffer, final int offset, final int length)
    {
        for (final byte[] word : words)
        {
            int same = 0;
            while (word.length == length && same < length && buffer.getByte(offset + same) == word[same])
            {
                same++;
            }
            if (same == length && word.length == length)
            {
                return true;
            }
        }
        return false;
    }
}
