package fds.journal.seal;

import java.util.List;

import fds.journal.format.QueueKind;

/**
 * Single records with all that shows that they were in a journal when a head of its seal was published.
 *
 * @param head     block whose header's hash is the published root.
 * @param blocks   that hold the records, ascending; the head's may be among them.
 * @param records  events ascending, then decisions ascending.
 * @param keys     public keys of whoever signed, which prove nothing of themselves.
 * @param receipts of anchors that hold the head.
 */
public record SealProof(
    SealedBlock head,
    List<ProvedBlock> blocks,
    List<ProvedRecord> records,
    List<SealPublicKey> keys,
    List<SealReceipt> receipts)
{
    /**
     * A block that holds records.
     *
     * @param block   with its signature.
     * @param history path of its header in the tree over all headers before the head; empty for the head itself.
     */
    public record ProvedBlock(SealedBlock block, List<String> history)
    {
    }

    /**
     * A record.
     *
     * @param queue   that holds it.
     * @param record  sequence or index.
     * @param block   number of its block.
     * @param payload its bytes.
     * @param path    from its leaf to the root of its queue in the block.
     */
    public record ProvedRecord(QueueKind queue, long record, long block, byte[] payload, List<String> path)
    {
    }
}
