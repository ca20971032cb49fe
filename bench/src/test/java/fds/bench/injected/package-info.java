/** Tests of what is put into recordings. */
package fds.bench.injected;
