/** What is done with events in order: journal, shards, account stage. */
package fds.engine.stage;
