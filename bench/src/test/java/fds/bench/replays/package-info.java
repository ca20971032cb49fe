/** Every recording beside the project against the page of recordings. */
package fds.bench.replays;
