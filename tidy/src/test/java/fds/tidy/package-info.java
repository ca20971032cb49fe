/** Rules of the house as tests: who may import whom, what the hot path may not touch, what every room must have. */
package fds.tidy;
