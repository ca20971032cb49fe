/** The price levels of an instrument: best prices, depth, totals. */
package fds.market.book;
