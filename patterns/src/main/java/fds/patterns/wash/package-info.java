/** Trades in which nobody new becomes the owner: self-matches and trades within one owner group. */
package fds.patterns.wash;
