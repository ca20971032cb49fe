/** Quote stuffing: more messages than the market can digest, and hardly a trade. */
package fds.patterns.stuffing;
