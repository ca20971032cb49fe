/** The three rules of the peers' harness, by its definitions, as detectors of ours. */
package fds.bench.peers;
