/** Findings as values. */
package fds.testkit.finding;
