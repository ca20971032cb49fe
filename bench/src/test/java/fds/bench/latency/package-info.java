/** Tests of the report of latency. */
package fds.bench.latency;
