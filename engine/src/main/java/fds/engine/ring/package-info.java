/** The rings: inbound, main, and the byte rings of findings. */
package fds.engine.ring;
