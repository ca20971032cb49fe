/** Tests of what a run knows of answers and commands after a restart. */
package fds.app.respond;
