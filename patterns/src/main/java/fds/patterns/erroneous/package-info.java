/** Orders that look like mistakes: far from any price, through the whole book, or many times too large. */
package fds.patterns.erroneous;
