/** What on this machine spoils latency, what it costs as measured here, and the command that mends it. */
package fds.app.doctor;
