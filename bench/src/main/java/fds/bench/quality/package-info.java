/** How well the detectors do: on simulated abuse with labels, and on real recordings judged by hand. */
package fds.bench.quality;
