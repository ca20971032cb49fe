/** Market risk: what the market of an instrument is like. */
package fds.risk.instrument;
