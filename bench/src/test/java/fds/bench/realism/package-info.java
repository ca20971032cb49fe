/** Tests of the statistics that compare simulated with recorded flow. */
package fds.bench.realism;
