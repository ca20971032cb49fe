package fds.actions.file;

/** When a file of commands is forced to the disk. */
public enum SyncRule
{
    /** Never: what was written outlives the process, not the power. */
    NONE,
    /** Behind each command, before it counts as sent. */
    EACH
}
