/** Conditions of a market that venues announce to their users: the price, the volume, the deposits, the gap to others. */
package fds.patterns.condition;
