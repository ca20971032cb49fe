/** Roots published on a chain that runs the Ethereum machine. */
package fds.anchors.ethereum;
