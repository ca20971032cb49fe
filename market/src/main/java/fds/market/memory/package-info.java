/** Memory outside the heap. */
package fds.market.memory;
