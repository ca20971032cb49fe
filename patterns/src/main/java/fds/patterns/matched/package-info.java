/** Orders of two owners that meet as if they had been agreed: same price, same size, at the same time. */
package fds.patterns.matched;
