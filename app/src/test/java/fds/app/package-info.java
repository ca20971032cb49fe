/** Tests of the fds command, through its arguments. */
package fds.app;
