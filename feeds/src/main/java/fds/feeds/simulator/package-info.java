/** A simulated venue: seeded order flow through a real price-time book, with labelled abuse and labelled decoys. */
package fds.feeds.simulator;
