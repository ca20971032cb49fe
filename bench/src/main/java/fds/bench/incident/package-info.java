/** Real incidents and honest look-alikes as tables of orders, run inside ordinary flow, each beside its twin. */
package fds.bench.incident;
