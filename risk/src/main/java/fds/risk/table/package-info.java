/** Bounded tables of the account stage, and the exact arithmetic of risk. */
package fds.risk.table;
