/** A made flow of events and an engine to take it: what the benchmarks share. */
package fds.bench.flow;
