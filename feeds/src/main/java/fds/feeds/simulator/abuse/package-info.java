/** Abuse that the simulated venue's labels tell of, one class a typology, and the catalogue of all of them. */
package fds.feeds.simulator.abuse;
