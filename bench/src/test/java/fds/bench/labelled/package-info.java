/** Tests of the protocols of labelled recordings. */
package fds.bench.labelled;
