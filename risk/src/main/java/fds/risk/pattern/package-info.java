/** Pattern risk: what detectors found about an owner group. */
package fds.risk.pattern;
