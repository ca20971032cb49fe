/** Control records: what does not fit 128 bytes and stands in the same order as the events. */
package fds.market.control;
