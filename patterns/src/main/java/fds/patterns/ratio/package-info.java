/** Order-to-trade ratio: orders entered and withdrawn again and again by who hardly trades. */
package fds.patterns.ratio;
