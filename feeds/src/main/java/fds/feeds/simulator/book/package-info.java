/** Price-time matching of the simulated venue, and the rows that wait to be read. */
package fds.feeds.simulator.book;
