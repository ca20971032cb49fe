/** Events from small literals. */
package fds.testkit.event;
