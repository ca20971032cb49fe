/** Programs that measure: JMH, and the run under the Epsilon collector. */
package fds.bench;
