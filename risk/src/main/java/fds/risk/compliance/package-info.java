/** Compliance risk: sanctions, role and limits of an owner group. */
package fds.risk.compliance;
