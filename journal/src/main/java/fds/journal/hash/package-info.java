/** The one number that says whether two decision journals are the same. */
package fds.journal.hash;
