package fds.feeds.simulator.venue;

import java.util.function.LongUnaryOperator;

/** Knows the participants that act at the moment. */
public interface Participants
{
    /** Knows nobody. */
    Participants NONE = new Participants()
    {
        @Override
        public Participant ofTag(final int tag)
        {
            return null;
        }

        @Override
        public Participant ofPosition(final int account, final SimulatedMarket market)
        {
            return null;
        }

        @Override
        public void onFunding(final SimulatedMarket market, final LongUnaryOperator unitsOfLots)
        {
            // nobody
        }
    };

    /**
     * Whose order it is.
     *
     * @param tag of an order, 1 and up.
     * @return null when that participant has left.
     */
    Participant ofTag(int tag);

    /**
     * Who has built up what an account holds in a market.
     *
     * @param account index.
     * @param market  where.
     * @return null for background flow.
     */
    Participant ofPosition(int account, SimulatedMarket market);

    /**
     * Funding was settled.
     *
     * @param market      perpetual.
     * @param unitsOfLots what a position of that many lots gets; negative: pays.
     */
    void onFunding(SimulatedMarket market, LongUnaryOperator unitsOfLots);
}
