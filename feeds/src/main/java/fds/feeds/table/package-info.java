/**
 * Recordings that are tables with fixed columns: one reader, and for each source a short class that says what a row
 * is.
 */
package fds.feeds.table;
