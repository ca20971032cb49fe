/** The one writer of a journal directory: lock, recovery, space reserved ahead, documents, durability. */
package fds.journal.write;
