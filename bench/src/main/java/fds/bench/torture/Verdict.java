package fds.bench.torture;

/** What a round must never show. */
enum Verdict
{
    /** Something acknowledged is not in the journal, or a journaled action was not sent. */
    LOSS("losses"),
    /** Something is there twice. */
    DUPLICATE("duplicates"),
    /** The journals are not those of the undisturbed run. */
    DIFFERENCE("differences"),
    /** Damage that nobody told, a refusal where none was due, a wrong word or exit code. */
    CONDUCT("misconducts");

    private final String word;

    Verdict(final String word)
    {
        this.word = word;
    }

    String word()
    {
        return word;
    }
}
