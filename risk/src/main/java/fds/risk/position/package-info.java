/** Position risk: what an owner group holds, across instruments. */
package fds.risk.position;
