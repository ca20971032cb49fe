/** The gates must see planted faults. */
package fds.testkit.gate;
