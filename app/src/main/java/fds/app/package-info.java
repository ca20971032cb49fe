/** The fds command: one class a subcommand. */
package fds.app;
