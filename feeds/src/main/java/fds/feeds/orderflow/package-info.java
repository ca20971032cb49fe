/** The binary order flow of 64-byte records: a memory-mapped reader and a writer. */
package fds.feeds.orderflow;
