package fds.feeds.simulator.venue;

/**
 * What is wrong with one of the sources of a market's reference price, for as long as the market has it. Owned by the
 * simulator's thread.
 */
public final class ReferenceFault
{
    private static final long PPM = 1_000_000;

    private final int source;
    private final long factorPpm;
    private final boolean isSilent;
    private final int tag;
    private long frozenTicks;

    /**
     * A fault.
     *
     * @param source    which of the sources, 0 and up; taken modulo how many there are.
     * @param factorPpm by which its price is wrong, 10⁻⁶; 0: it stays at what it was when the fault began.
     * @param isSilent  whether it is not told any more at all.
     * @param tag       of the participant that has brought it about.
     */
    public ReferenceFault(final int source, final long factorPpm, final boolean isSilent, final int tag)
    {
        this.source = source;
        this.factorPpm = factorPpm;
        this.isSilent = isSilent;
        this.tag = tag;
    }

    /**
     * What the rows that it spoils are marked with.
     *
     * @return 1 and up.
     */
    public int tag()
    {
        return tag;
    }

    /**
     * Whether a source has it.
     *
     * @param place  of the source.
     * @param places how many there are.
     * @return false for all but one.
     */
    public boolean isOf(final int place, final int places)
    {
        return source % places == place;
    }

    /**
     * Whether the source is not told any more.
     *
     * @return false: it is told, with a wrong price.
     */
    public boolean isSilent()
    {
        return isSilent;
    }

    /**
     * What the source says.
     *
     * @param rightTicks what it should say.
     * @param mostTicks  largest price that there can be.
     * @return ticks, 1 or more.
     */
    public long tell(final long rightTicks, final long mostTicks)
    {
        frozenTicks = frozenTicks == 0 ? rightTicks : frozenTicks;
        return factorPpm == 0 || isSilent ? frozenTicks :
            Math.max(1, Math.min(mostTicks, rightTicks * factorPpm / PPM));
    }
}
