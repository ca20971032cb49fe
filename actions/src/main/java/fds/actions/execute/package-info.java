/** Behind the decision journal: commands as executors get them, and the outbox that hands them over, one at a time. */
package fds.actions.execute;
