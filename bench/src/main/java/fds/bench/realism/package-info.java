/** How much the simulated flow is like recorded flow: the same statistics of both, side by side. */
package fds.bench.realism;
