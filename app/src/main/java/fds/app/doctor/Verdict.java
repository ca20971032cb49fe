package fds.app.doctor;

/** What a look at one thing came to. */
public enum Verdict
{
    /** As it should be. */
    GOOD("good"),
    /** It costs latency. */
    COSTS("costs"),
    /** This machine does not tell. */
    UNKNOWN("not told");

    private final String words;

    Verdict(final String words)
    {
        this.words = words;
    }

    /**
     * For people and programs.
     *
     * @return a word or two.
     */
    public String words()
    {
        return words;
    }
}
