/** Text at the edge: exact decimals, bounded lines and rows, cells without allocation. */
package fds.feeds.text;
