/** How long journals are kept, what must not be taken away, and taking them away on the record. */
package fds.app.keep;
