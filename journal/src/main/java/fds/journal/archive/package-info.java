/** Closed files of a journal, years later: compressed, kept, and at last taken away on the record. */
package fds.journal.archive;
