/** That the torture itself can be believed. */
package fds.bench.torture;
