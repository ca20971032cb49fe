/** How surely the seal finds what was changed, by the thousand. */
package fds.bench.seal;
