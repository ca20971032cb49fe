/** Snapshots of a run: taken by a follower of its journal, and where a restart begins. */
package fds.app.recover;
