/** The engine on one page: sequencer, ring and stages, wired for a threading mode. */
package fds.engine;
