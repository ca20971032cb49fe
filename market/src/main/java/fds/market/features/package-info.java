/** What more than one detector needs, kept once: windows, decaying baselines, returns. */
package fds.market.features;
