/** One of the 64 partitions: it resolves an event's keys to slots and keeps book and features. */
package fds.market.partition;
