package fds.bench.torture;

/** What is done to a run, and what the summary calls it. */
enum Fault
{
    /** SIGKILL at a moment, or when so much was acknowledged. */
    KILL("kill"),
    /** SIGSTOP for a while, SIGCONT, and later SIGKILL. */
    PAUSE("pause"),
    /** SIGKILL in the middle of a call: just before it is done, or just behind it. */
    KILL_IN_CALL("kill_in_call"),
    /** SIGKILL, then all or part of what was not forced is gone, in any order. */
    POWER("power_loss"),
    /** From some call on there is no room. */
    FULL_DISK("full_disk"),
    /** From some call on nothing can be written or forced, as when the kernel makes a bad disk read-only. */
    READ_ONLY("read_only"),
    /** Each call takes up to some milliseconds. */
    SLOW_DISK("slow_disk"),
    /** The wall clock jumps by up to days, to and fro. */
    CLOCK("clock_jump"),
    /** A second run on the journal that is being written. */
    SECOND_STARTER("second_starter"),
    /** Two runs started at the same moment on a journal that nobody writes. */
    RACE("race"),
    /** SIGKILL, then one bit of what was journaled is changed. */
    FLIP("flipped_bit"),
    /** SIGKILL, then a page of what was journaled is zeros. */
    BLANK("blank_page"),
    /** SIGKILL, then a file ends in the middle of what was journaled. */
    CUT("cut_file");

    private final String word;

    Fault(final String word)
    {
        this.word = word;
    }

    String word()
    {
        return word;
    }
}
