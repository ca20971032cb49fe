/** What suites of labelled data have in common: the engine that is measured, what it told, and the report. */
package fds.bench.suite;
