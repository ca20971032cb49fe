/** The simulated venue: its instruments, accounts, markets and the order entry that everybody uses. */
package fds.feeds.simulator.venue;
