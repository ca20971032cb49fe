/** Tests of what suites have in common. */
package fds.bench.suite;
