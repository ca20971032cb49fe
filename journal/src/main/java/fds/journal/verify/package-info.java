/** The verifier: every changed byte of a record is found, and the record is named. */
package fds.journal.verify;
