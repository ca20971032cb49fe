/** Whole random numbers and distributions that are the same on every machine and JDK. */
package fds.feeds.simulator.chance;
