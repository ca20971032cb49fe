/** Tests of the journal as its users see it: frames in, files on disk, frames out. */
package fds.journal;
