/** The normalized CSV: one table of kinds and columns, a reader and a writer that agree by it. */
package fds.feeds.csv;
