package fds.bench.torture;

/** What is done to a run, and what the summary calls it. */
enum Fault
{
    /** SIGKILL at a moment, or when so much was acknowledged. */
    KILL("kill"),
    /** SIGSTOP for a while, SIGCONT, and later SIGKILL. */
    PAUSE("pause"),
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
