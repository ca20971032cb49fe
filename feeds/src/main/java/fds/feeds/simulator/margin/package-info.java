/** What the simulated venue does by itself: index, mark, funding, liquidation, deleveraging, and its announcements. */
package fds.feeds.simulator.margin;
