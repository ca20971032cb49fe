/** Recordings with labels of others: pumps, sandwiches, a cascade, words. Each is judged by its own protocol. */
package fds.bench.labelled;
