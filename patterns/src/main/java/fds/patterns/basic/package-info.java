/**
 * Basic patterns: what is unusual about a market as a whole, against that market's own last samples. They name no
 * account and accuse nobody; they are what market risk is fed with.
 */
package fds.patterns.basic;
