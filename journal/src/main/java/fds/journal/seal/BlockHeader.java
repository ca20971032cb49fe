package fds.journal.seal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;

/**
 * What is signed: one line of ASCII text, whose bytes are also what is hashed.
 *
 * @param journal   id, 32 hexadecimal digits, made when the journal was first sealed.
 * @param number    of the block, from 0.
 * @param time      at which the sealer's clock said it was made, ISO-8601 UTC in seconds.
 * @param events    in the block.
 * @param decisions in the block.
 * @param history   root of the Merkle tree over all headers before this one.
 * @param previous  hash of the header before this one; zeros in block 0.
 * @param key       id of the signer's key.
 * @param algorithm of the signature.
 */
public record BlockHeader(
    String journal,
    long number,
    String time,
    BlockSpan events,
    BlockSpan decisions,
    String history,
    String previous,
    String key,
    SealAlgorithm algorithm)
{
    /** What stands for the predecessor of block 0. */
    static final String NO_PREVIOUS = "0".repeat(2 * SealHash.BYTES);

    private static final String HASH = "([0-9a-f]{64})";
    private static final String COUNT = "(0|[1-9]\\d{0,17})";
    private static final Pattern FORM = Pattern.compile("fds-seal version=1 journal=([0-9a-f]{32}) block=" + COUNT +
        " time=(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)" +
        " events_first=" + COUNT + " events_count=" + COUNT + " events_root=" + HASH +
        " decisions_first=" + COUNT + " decisions_count=" + COUNT + " decisions_root=" + HASH +
        " history=" + HASH + " previous=" + HASH + " key=([0-9a-f]{32}) algorithm=([A-Za-z0-9-]+)");

    /**
     * Read a header.
     *
     * @param text of it, without signature.
     * @return its fields.
     * @throws JournalException when it is not exactly a header of version 1.
     */
    public static BlockHeader parse(final String text)
    {
        final Matcher line = FORM.matcher(text);
        if (!line.matches())
        {
            throw new JournalException("This is no header of a sealed block, version 1: '" +
                text.substring(0, Math.min(text.length(), 80)) + "'.");
        }
        return new BlockHeader(line.group(1), number(line, 2), line.group(3),
            new BlockSpan(number(line, 4), number(line, 5), line.group(6)),
            new BlockSpan(number(line, 7), number(line, 8), line.group(9)),
            line.group(10), line.group(11), line.group(12), SealAlgorithm.named(line.group(13)));
    }

    /**
     * The header as it is signed and hashed.
     *
     * @return one line, ASCII, without an end of line.
     */
    public String text()
    {
        return "fds-seal version=1 journal=" + journal + " block=" + number + " time=" + time +
            " events_first=" + events.first() + " events_count=" + events.count() + " events_root=" + events.root() +
            " decisions_first=" + decisions.first() + " decisions_count=" + decisions.count() +
            " decisions_root=" + decisions.root() + " history=" + history + " previous=" + previous +
            " key=" + key + " algorithm=" + algorithm.word();
    }

    /**
     * The header's hash: the root that is published.
     *
     * @return SHA-256 of {@link #text()}, 64 hexadecimal digits.
     */
    public String root()
    {
        return new SealHash().hexOf(text());
    }

    /**
     * The records of one queue.
     *
     * @param queue which.
     * @return its span.
     */
    public BlockSpan span(final QueueKind queue)
    {
        return queue == QueueKind.EVENTS ? events : decisions;
    }

    private static long number(final Matcher line, final int group)
    {
        return Long.parseLong(line.group(group));
    }
}
