/** Messages of a venue as they were recorded: envelope, JSON, books by the venue's numbering, one feed of events. */
package fds.feeds.raw;
