/** What can be saved of a journal that is not written to any more. */
package fds.journal.repair;
