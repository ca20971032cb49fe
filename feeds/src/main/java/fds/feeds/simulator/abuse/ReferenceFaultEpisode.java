package fds.feeds.simulator.abuse;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.ReferenceFault;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * A fault of a reference price, with nobody behind it: one of the sources of an index says something wrong, says the
 * same for ever, or nothing at all, for a while. Its rows are the prices that are told meanwhile; no account is named.
 */
public final class ReferenceFaultEpisode extends Episode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long PPM = 1_000_000;

    private final int source;
    private final long factorPpm;
    private final boolean isSilent;
    private final long lastsNanos;
    private boolean isBegun;

    /**
     * Not begun.
     *
     * @param stage  to act on.
     * @param market whose index is at fault.
     */
    public ReferenceFaultEpisode(final Stage stage, final SimulatedMarket market)
    {
        super(stage, market, "reference_fault", "D31");
        source = random.below(6);
        final int what = random.below(10);
        // A few per cent, a slip of the decimal point or a unit, the same for ever, or nothing.
        final long off = what < 4 ? random.between(5_000, 60_000) : what < 7 ? random.between(60_000, 900_000) : PPM;
        factorPpm = what >= 7 ? 0 : random.below(2) == 0 ? PPM - off : PPM * PPM / (PPM - off);
        isSilent = what == 9;
        lastsNanos = random.between(800, 45_000) * MILLI_NANOS;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (isBegun)
        {
            market.referenceFault(null);
            return nowNanos;
        }
        isBegun = true;
        if (market.referenceFault() != null)
        {
            return nowNanos;
        }
        market.referenceFault(new ReferenceFault(source, factorPpm, isSilent, tag()));
        return nowNanos + lastsNanos;
    }
}
