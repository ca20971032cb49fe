/** The words of risk, which those who judge it and those who answer it share. */
package fds.market.risk;
