package fds.app.view;

import java.util.List;

/**
 * A detection configuration as journaled.
 *
 * @param sequence of its record.
 * @param text     lines of {@code key: value}.
 * @param hash     of the text.
 * @param buildId  of the program that wrote it.
 */
public record ConfigText(long sequence, String text, long hash, String buildId)
{
    /**
     * The lines of one detector, without their common prefix.
     *
     * @param detector {@code D01}.
     * @return {@code key: value}; empty when the text has none.
     */
    public List<String> parametersOf(final String detector)
    {
        final String prefix = "detectors." + detector + ".";
        return text.lines().map(String::strip).filter(line -> line.startsWith(prefix))
            .map(line -> line.substring(prefix.length())).toList();
    }
}
