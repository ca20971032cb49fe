/** The file channel: commands as JSON lines, each once, whatever happens in between. */
package fds.actions.file;
