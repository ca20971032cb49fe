/** Readers that give a journal's frames in order and check every byte as they go. */
package fds.journal.read;
