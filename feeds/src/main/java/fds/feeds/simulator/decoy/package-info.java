/** Honest episodes that look like abuse: the negative controls. */
package fds.feeds.simulator.decoy;
