/** The honest participants of the simulated venue. */
package fds.feeds.simulator.agent;
