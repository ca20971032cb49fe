/** Labelled episodes put into real recordings, consistent with what their books show. */
package fds.bench.injected;
