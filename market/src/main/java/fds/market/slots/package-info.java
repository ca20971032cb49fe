/**
 * Dense slots for the keys of an event, the records behind them, and the state that detectors keep in those records.
 */
package fds.market.slots;
