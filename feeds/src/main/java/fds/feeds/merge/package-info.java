/** Several inputs as one, ordered by time, argument and row. */
package fds.feeds.merge;
