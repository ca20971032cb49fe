/** Volume that is traded for the volume's sake: much, to and fro, at a loss. */
package fds.patterns.churn;
