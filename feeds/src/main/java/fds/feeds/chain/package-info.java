/** Recordings of Ethereum: swaps in pools, told by rows or by the logs of receipts, block by block. */
package fds.feeds.chain;
