/** Tests of the seal. */
package fds.journal.seal;
