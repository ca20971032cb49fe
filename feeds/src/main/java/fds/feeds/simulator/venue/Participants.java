package fds.feeds.simulator.venue;

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
}
