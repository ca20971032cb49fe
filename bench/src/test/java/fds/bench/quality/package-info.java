/** The arithmetic of the figures, on runs made by hand. */
package fds.bench.quality;
