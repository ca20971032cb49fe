package fds.market.detector;

/** Reads the text of a CONFIG record. Used where a record takes effect, on each stage's own thread: not on the path. */
@FunctionalInterface
public interface DetectionReader
{
    /**
     * Read a configuration.
     *
     * @param text as journaled.
     * @return what it says.
     * @throws IllegalArgumentException naming key, value and allowed range.
     */
    Detection read(String text);
}
