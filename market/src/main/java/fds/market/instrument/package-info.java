/** What can be traded: tick, lot, multiplier, tier, ranges and versions. */
package fds.market.instrument;
