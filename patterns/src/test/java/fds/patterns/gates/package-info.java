/** Detectors that are listed for the gates of testkit. */
package fds.patterns.gates;
