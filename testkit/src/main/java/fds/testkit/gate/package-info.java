/** Gates that any detector passes by being listed with a fixture. */
package fds.testkit.gate;
