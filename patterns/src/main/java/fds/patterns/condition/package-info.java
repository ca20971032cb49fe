/** Conditions of a market that venues announce: price, volume and deposits against before, the gap to others. */
package fds.patterns.condition;
