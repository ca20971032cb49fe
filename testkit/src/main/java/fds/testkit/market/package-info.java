/** A partition with its detectors, fed by hand. */
package fds.testkit.market;
