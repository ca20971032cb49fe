/** Tests of the Ethereum anchor, against a node of this machine. */
package fds.anchors.ethereum;
