/** Who owns what at the simulated venue: cash, holdings, positions and fees, exactly and in whole numbers. */
package fds.feeds.simulator.ledger;
