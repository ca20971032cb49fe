/** The seal: a signed chain of blocks over both queues, a Merkle tree each, anchors, and proofs of single records. */
package fds.journal.seal;
