/** Binance's combined streams as they were recorded: snapshots, depth diffs, trades and book tickers, by its rules. */
package fds.feeds.binance;
