/** Proofs of alerts: which records make one up, the file they travel in, and what a checked one says. */
package fds.app.prove;
