/** What somebody does on purpose for a while: the seam for abuse and decoys and their director. */
package fds.feeds.simulator.episode;
