/** A recording as a picture: prices, book, trades, and what an alert is about, bucketed by pixel while it is read. */
package fds.app.plot;
