/** The one that gives order: door, ids, time, ticks, sequence numbers. */
package fds.engine.sequencer;
