/** Who stands behind an account: owner groups and roles. */
package fds.market.owner;
