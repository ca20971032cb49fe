/** Orders that are shown and not meant: one large, or several in layers, opposite to what their owner trades. */
package fds.patterns.spoofing;
