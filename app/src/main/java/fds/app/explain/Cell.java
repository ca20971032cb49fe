package fds.app.explain;

/**
 * A cell of a table.
 *
 * @param text  shown; a page begins a new line at a line feed.
 * @param tone  how a page shows it; a terminal does not.
 * @param ratio of a measured value to its threshold, shown as a bar; NaN: no bar.
 */
record Cell(String text, Tone tone, double ratio)
{
    /** What a cell says beyond its words. */
    enum Tone
    {
        PLAIN,
        STRONG,
        GOOD,
        MUTED,
        MONOSPACED,
        BADGE
    }

    static Cell of(final String text)
    {
        return new Cell(text, Tone.PLAIN, Double.NaN);
    }

    static Cell of(final String text, final Tone tone)
    {
        return new Cell(text, tone, Double.NaN);
    }
}
