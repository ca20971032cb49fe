/** JMH benchmarks. */
package fds.bench.jmh;
