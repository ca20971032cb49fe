/** What reading costs: each format's messages to events in a ring, beside the plain reading of the same bytes. */
package fds.bench.parse;
