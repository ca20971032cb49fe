/** LOBSTER's message files: a NASDAQ book's events order by order, without accounts and without aggressors. */
package fds.feeds.lobster;
