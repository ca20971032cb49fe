package fds.bench.suite;

/** Labelled inputs and the rule by which answers to them are judged. */
public interface Suite
{
    /**
     * Its name, as the command line and the page have it.
     *
     * @return one word.
     */
    String name();

    /**
     * Measure an engine.
     *
     * @param engine   that answers.
     * @param progress told of each run that is done.
     * @return the same for the same engine.
     */
    SuiteReport run(MeasuredEngine engine, SuiteProgress progress);
}
