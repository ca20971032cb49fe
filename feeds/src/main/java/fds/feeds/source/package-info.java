/** Where bytes come from: files, compressed files and standard input; and what a feed on them can tell of itself. */
package fds.feeds.source;
