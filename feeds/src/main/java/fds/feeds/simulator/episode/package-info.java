/** What somebody does on purpose for a while: the seam for abuse and decoys, their director and their labels. */
package fds.feeds.simulator.episode;
