/** Snapshots of the state behind an event of the journal: written whole or not at all, and checked byte by byte. */
package fds.journal.snapshot;
