/** What a detector is: its declaration, its parameters, its one method, and how it is found. */
package fds.market.detector;
