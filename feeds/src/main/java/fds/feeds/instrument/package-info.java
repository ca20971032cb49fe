/** The instruments and venues of an input: dense ids, look-up by venue and symbol, ranges taken from what was seen. */
package fds.feeds.instrument;
