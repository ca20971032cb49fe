package fds.journal.seal;

/**
 * What is published of a seal: whoever knows it can tell a journal that was changed, cut or rolled back.
 *
 * @param journal id of the journal, 32 hexadecimal digits.
 * @param block   number of the newest block.
 * @param root    hash of its header, 64 hexadecimal digits.
 * @param time    of the block, or of the publication where that is what is known; ISO-8601 UTC.
 */
public record SealHead(String journal, long block, String root, String time)
{
    /**
     * The head that a block makes.
     *
     * @param header of the newest block.
     * @return what is to be published.
     */
    public static SealHead of(final BlockHeader header)
    {
        return new SealHead(header.journal(), header.number(), header.root(), header.time());
    }
}
