/** The doors of the account stage: who is shown whole owner groups across instruments, and what it may decide. */
package fds.market.account;
