/** The fds command end to end: what users and their scripts depend on, and what must survive kills, full disks and bad input. */
package fds.app;
