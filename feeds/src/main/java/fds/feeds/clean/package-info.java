/** Between a feed and the engine: what is told twice, too late, out of range or by a clock that jumped. */
package fds.feeds.clean;
