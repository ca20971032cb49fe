/** Latency and throughput of the engine beside a floor, read so that a noisy machine is not taken for the engine. */
package fds.bench.latency;
