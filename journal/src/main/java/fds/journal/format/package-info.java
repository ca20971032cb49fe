/** The journal's bytes on disk: documents, frames, checks, and the parts of Chronicle's file that are read raw. */
package fds.journal.format;
