/** CME's market by order in Databento's columns: every order of a book, with the ends of the venue's messages. */
package fds.feeds.cme;
