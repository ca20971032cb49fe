package fds.journal.write;

import fds.journal.format.Document;

/**
 * How a journal is written. It decides nothing: any values give the same frames.
 *
 * @param sync          durability.
 * @param documentBytes longest document, 4 KiB to 64 MiB; a longer batch is split, and no frame can be longer.
 * @param reserveBytes  space really allocated ahead of each queue's end: 1 MiB or more, and at least a document and
 *                      256 KiB for Chronicle's index pages.
 * @param blockBytes    mapped at once: a multiple of 64 KiB, 4 times {@code documentBytes} and 64 KiB or more. Each new
 *                      block costs about 1.3 kB of heap; the files are sparse.
 * @param roll          how long one file is written to.
 */
public record JournalConfig(
    SyncPolicy sync, int documentBytes, long reserveBytes, long blockBytes, RollCycle roll)
{
    /** What a product on a server uses. */
    public static final JournalConfig DEFAULT = new JournalConfig(SyncPolicy.NONE, 1 << 20, 64L << 20, 1L << 30);

    public JournalConfig
    {
        require(documentBytes >= 4096 && documentBytes <= Document.LENGTH_MAX,
            "documentBytes must be 4 KiB to 64 MiB: " + documentBytes);
        require(reserveBytes >= 1 << 20 && reserveBytes >= documentBytes + DocumentAppender.SLACK_BYTES,
            "reserveBytes must be 1 MiB or more, and 256 KiB more than documentBytes: " + reserveBytes);
        require(blockBytes % (64 << 10) == 0 && blockBytes >= 4L * documentBytes + (64 << 10) &&
            blockBytes <= 1L << 40,
            "blockBytes must be a multiple of 64 KiB and 4 times documentBytes and 64 KiB or more: " + blockBytes);
    }

    /**
     * With a file a day.
     *
     * @param sync          as above.
     * @param documentBytes as above.
     * @param reserveBytes  as above.
     * @param blockBytes    as above.
     */
    public JournalConfig(
        final SyncPolicy sync, final int documentBytes, final long reserveBytes, final long blockBytes)
    {
        this(sync, documentBytes, reserveBytes, blockBytes, RollCycle.DAILY);
    }

    /**
     * The same with another durability.
     *
     * @param policy to use.
     * @return a copy.
     */
    public JournalConfig withSync(final SyncPolicy policy)
    {
        return new JournalConfig(policy, documentBytes, reserveBytes, blockBytes, roll);
    }

    /**
     * The same with another cycle.
     *
     * @param cycle to use.
     * @return a copy.
     */
    public JournalConfig withRoll(final RollCycle cycle)
    {
        return new JournalConfig(sync, documentBytes, reserveBytes, blockBytes, cycle);
    }

    private static void require(final boolean holds, final String message)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(message);
        }
    }
}
