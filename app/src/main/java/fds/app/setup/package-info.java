/**
 * What a run is set up from: configuration files and arguments, the catalogue of detectors, the texts that are
 * journaled.
 */
package fds.app.setup;
