/**
 * Recordings whose messages tell decimals without saying tick, lot or range: a source gives drafts, texts in natural
 * units, and one feed reads them twice, first for the units, then for the events.
 */
package fds.feeds.draft;
