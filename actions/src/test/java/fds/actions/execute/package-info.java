/** Tests of the outbox. */
package fds.actions.execute;
