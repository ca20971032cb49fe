/** Hyperliquid's fills by block, as JSON lines: the two fills of a trade become one event. */
package fds.feeds.hyperliquid;
