/** Tests of the file channel. */
package fds.actions.file;
