/** Bitstamp's order-by-order recordings of 2015: fills are paired into trades by a stated rule. */
package fds.feeds.bitstamp;
