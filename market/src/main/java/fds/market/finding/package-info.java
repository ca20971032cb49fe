/** What a detector says it saw: subject, predicates against thresholds, score parts, evidence and benefit. */
package fds.market.finding;
