package fds.app.draw;

/**
 * Colours that people with any of the common colour blindnesses tell apart: the set of Okabe and Ito ("Color Universal
 * Design", 2008), and grey for what lies behind.
 */
public final class Palette
{
    /** Text and marks that must be seen first. */
    public static final String INK = "#1a1a1a";

    /** Text that explains. */
    public static final String MUTED = "#5f6368";

    /** Frames and axes. */
    public static final String AXIS = "#9aa0a6";

    /** Lines of the grid. */
    public static final String GRID = "#e4e6e9";

    /** Buyers, bids. */
    public static final String BUY = "#0072b2";

    /** Sellers, asks. */
    public static final String SELL = "#d55e00";

    /** What has no side. */
    public static final String NEUTRAL = "#6b6b6b";

    /** Conditions that hold. */
    public static final String HOLDS = "#009e73";

    /** Colours of series, in their order. */
    private static final String[] SERIES = { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9" };

    /** From little to much, on white. */
    private static final String[] DEPTH = {
        "#f3f3ef", "#e3e3dc", "#cfcfc6", "#b5b5ab", "#96968c", "#75756c", "#54544d" };

    private Palette()
    {
    }

    /**
     * A colour for one of several things in a chart.
     *
     * @param index 0 and up; after six they repeat.
     * @return colour.
     */
    public static String series(final int index)
    {
        return SERIES[index % SERIES.length];
    }

    /**
     * A shade for an amount.
     *
     * @param step 0 for the least, to {@link #depthSteps()} - 1.
     * @return colour.
     */
    public static String depth(final int step)
    {
        return DEPTH[step];
    }

    /**
     * How many shades there are.
     *
     * @return shades.
     */
    public static int depthSteps()
    {
        return DEPTH.length;
    }
}
