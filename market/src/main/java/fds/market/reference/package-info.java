/**
 * What every shard knows alike: instruments, owner groups, USD rates. Written by control records and a few kinds of
 * event.
 */
package fds.market.reference;
