/** Recorded HTTP exchanges with Hyperliquid, as VCR libraries keep them in YAML. */
package fds.feeds.cassette;
