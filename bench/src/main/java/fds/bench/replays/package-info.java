/** Every recording beside the project through the engine in every way: what the page of recordings says, and why. */
package fds.bench.replays;
