/** Runs: the wiring of journal, engine and feed, recovery, rejects, the summary. */
package fds.app.run;
