/** What an episode was: labels, and where they go. */
package fds.feeds.simulator.label;
