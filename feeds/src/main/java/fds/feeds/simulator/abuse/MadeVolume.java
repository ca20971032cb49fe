package fds.feeds.simulator.abuse;

import fds.market.event.Side;

/**
 * What one owner trades, against what the market does meanwhile: whether it was volume for its own sake, by the
 * catalogue's measures. He changed sides twenty times, was within a fiftieth of where he began, and made three tenths
 * of all that was traded since his first trade.
 */
final class MadeVolume
{
    private static final int TURNS_MIN = 20;
    private static final int LEFT_OVER = 50; // parts of his volume
    private static final int PERCENT_MIN = 30;

    private long lots;
    private long net;
    private int turns;
    private int lastSide = Side.NONE;
    private long before; // lots that the market had traded
    private boolean isMuch;

    /**
     * He has traded.
     *
     * @param side   his; none: he traded with himself, to and fro in one.
     * @param traded lots.
     * @param all    lots that the market has traded so far, these included.
     */
    void add(final int side, final long traded, final long all)
    {
        before = lots == 0 ? all - traded : before;
        lots += traded;
        turns += side == Side.NONE || lastSide != Side.NONE && side != lastSide ? 1 : 0;
        lastSide = side == Side.NONE ? lastSide : side;
        net += side == Side.BUY ? traded : side == Side.SELL ? -traded : 0;
        isMuch |= turns >= TURNS_MIN && Math.abs(net) * LEFT_OVER <= lots &&
            lots * 100 >= (all - before) * PERCENT_MIN;
    }

    /**
     * Whether it was so at any time.
     *
     * @return true from then on.
     */
    boolean isMuch()
    {
        return isMuch;
    }

    /**
     * The share that he has of what was traded since his first trade.
     *
     * @param all lots that the market has traded so far.
     * @return per cent; 0 before his first trade.
     */
    long percent(final long all)
    {
        return lots == 0 ? 0 : lots * 100 / Math.max(1, all - before);
    }
}
