/** The doors between rooms: one-method interfaces that say who hands what to whom, and on which thread. */
package fds.market.door;
