/** The total score of an owner group, its level, and the handler that keeps all of risk. */
package fds.risk.total;
