/** Runs that are killed, starved and lied to, and what is left of them afterwards. */
package fds.bench.torture;
