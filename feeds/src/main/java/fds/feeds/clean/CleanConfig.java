package fds.feeds.clean;

/**
 * How feeds are cleaned. Part of the detection configuration: what does not reach the engine decides.
 *
 * @param duplicates     messages told before under the same number.
 * @param older          messages with a number below their feed's newest.
 * @param prints         prints out of range.
 * @param printBandPpm   largest distance of a print from the middle of those before it.
 * @param printWindow    prints of an instrument whose middle is taken, an odd number from 3 to 63.
 * @param quotes         BBO, BOOK, MARK and INDEX that are old or frozen.
 * @param quoteAgeNanos  how far a quote's venue time may be behind its feed's newest; 0: any.
 * @param quoteSameNanos how long BBO, MARK or INDEX may say the same; 0: any time.
 * @param clock          a jump of a feed's clock; DROP is not for this one.
 * @param clockBandNanos how far the least offset may move from one window to the next.
 * @param clockWindow    messages of a feed whose least offset is taken, 16 to 1,048,576.
 * @param keep           whether what was met is kept in the rejects file, beside being counted.
 */
public record CleanConfig(
    CleanAction duplicates,
    CleanAction older,
    CleanAction prints,
    long printBandPpm,
    int printWindow,
    CleanAction quotes,
    long quoteAgeNanos,
    long quoteSameNanos,
    CleanAction clock,
    long clockBandNanos,
    int clockWindow,
    boolean keep)
{
    /** Largest times: a day. */
    public static final long NANOS_MAX = 86_400_000_000_000L;

    /** Duplicates are dropped; everything else is counted and goes on. */
    public static final CleanConfig DEFAULT = new CleanConfig(CleanAction.DROP, CleanAction.COUNT, CleanAction.COUNT,
        500_000, 15, CleanAction.COUNT, 60_000_000_000L, 0, CleanAction.COUNT, 1_000_000_000L, 1024, false);

    /** Nothing is looked at. */
    public static final CleanConfig OFF = new CleanConfig(CleanAction.OFF, CleanAction.OFF, CleanAction.OFF,
        500_000, 15, CleanAction.OFF, 0, 0, CleanAction.OFF, 1_000_000_000L, 1024, false);

    /** Checks the ranges. */
    public CleanConfig
    {
        require(printBandPpm, 1, 1_000_000_000L, "clean.print_band");
        require(printWindow, 3, 63, "clean.print_window");
        require(quoteAgeNanos, 0, NANOS_MAX, "clean.quote_age");
        require(quoteSameNanos, 0, NANOS_MAX, "clean.quote_same");
        require(clockBandNanos, 1, NANOS_MAX, "clean.clock_band");
        require(clockWindow, 16, 1 << 20, "clean.clock_window");
        if (printWindow % 2 == 0)
        {
            throw new IllegalArgumentException("clean.print_window is " + printWindow + ": must be odd");
        }
        if (clock == CleanAction.DROP)
        {
            throw new IllegalArgumentException("clean.clock is drop: must be off or count");
        }
    }

    /**
     * What becomes of what a rule met.
     *
     * @param rule any.
     * @return its action.
     */
    public CleanAction action(final CleanRule rule)
    {
        return switch (rule)
        {
            case DUPLICATE -> duplicates;
            case OLDER -> older;
            case PRINT -> prints;
            case OLD_QUOTE, FROZEN_QUOTE -> quotes;
            case CLOCK -> clock;
        };
    }

    private static void require(final long value, final long min, final long max, final String key)
    {
        if (value < min || value > max)
        {
            throw new IllegalArgumentException(key + " is " + value + ": must be " + min + " to " + max);
        }
    }
}
