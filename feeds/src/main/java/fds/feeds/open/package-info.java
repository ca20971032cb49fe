/** The way in for the application: from paths and a format's name to a feed. */
package fds.feeds.open;
