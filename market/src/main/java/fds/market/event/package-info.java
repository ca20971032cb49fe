/** The 128-byte event, its kinds, sides and flags, and the inbound form that still carries texts. */
package fds.market.event;
