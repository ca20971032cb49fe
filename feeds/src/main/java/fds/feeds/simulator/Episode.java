package fds.feeds.simulator;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Kind;

/**
 * Something that one or two participants do on purpose for a while, step by step, each step at a time of the episode's
 * own choice. It counts the rows that carry its pattern as they are read.
 */
abstract class Episode
{
    final SimulatedVenue venue;
    final SimulatedMarket market;
    final SimulatorRandom random;
    private final String typology;
    private final String detector;
    private final int[] accounts;
    private int tag;
    private boolean isOver;
    private long nextNanos;
    private long firstRow;
    private long lastRow;
    private long firstTimeNanos;
    private long lastTimeNanos;
    private long rowCount;

    /**
     * An episode that has not begun.
     *
     * @param typology for its label; empty: none is written.
     * @param detector that should find it; empty for none.
     * @param accounts that act in it.
     */
    Episode(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random, final String typology,
        final String detector, final int... accounts)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
        this.typology = typology;
        this.detector = detector;
        this.accounts = accounts.clone();
    }

    /**
     * Do the next thing.
     *
     * @param nowNanos time.
     * @return when to be called again; now or before: the episode is over.
     */
    abstract long step(long nowNanos);

    /**
     * Whether a trade of these two is what the episode is for.
     *
     * @param aggressor account that acts for the episode.
     * @param resting   account of the order it meets.
     * @return false unless it is a wash episode.
     */
    boolean mayMeet(final int aggressor, final int resting)
    {
        return false;
    }

    /**
     * Whether its orders go without self-trade prevention.
     *
     * @return false unless it is a wash episode.
     */
    boolean isSelfTrading()
    {
        return false;
    }

    /**
     * Whether its orders are mistakes that say nothing about what is usual for the account.
     *
     * @return false unless it is a fat finger.
     */
    boolean isErroneous()
    {
        return false;
    }

    /**
     * Whether a row of one of its orders carries the pattern.
     *
     * @param kind    of the row.
     * @param isMeets a TRADE for which {@link #mayMeet} was true.
     * @return true unless it is a wash episode.
     */
    boolean isPattern(final int kind, final boolean isMeets)
    {
        return true;
    }

    final boolean sharesOwner(final Episode other)
    {
        for (final int mine : accounts)
        {
            for (final int theirs : other.accounts)
            {
                if (venue.roster.groupOf(mine) == venue.roster.groupOf(theirs))
                {
                    return true;
                }
            }
        }
        return false;
    }

    final void begin(final int withTag, final long atNanos)
    {
        tag = withTag;
        nextNanos = atNanos;
    }

    final void advance(final long nowNanos)
    {
        nextNanos = step(nowNanos);
        isOver = nextNanos <= nowNanos;
    }

    final int tag()
    {
        return tag;
    }

    final boolean isOver()
    {
        return isOver;
    }

    final long nextNanos()
    {
        return nextNanos;
    }

    final int accounts()
    {
        return accounts.length;
    }

    final int account(final int index)
    {
        return accounts[index];
    }

    final void onRow(final int kind, final boolean isMeeting, final long row, final long timeNanos)
    {
        if (isPattern(kind, kind == Kind.TRADE && isMeeting))
        {
            if (rowCount++ == 0)
            {
                firstRow = row;
                firstTimeNanos = timeNanos;
            }
            lastRow = row;
            lastTimeNanos = timeNanos;
        }
    }

    /**
     * What happened.
     *
     * @param id number of the label.
     * @return null when nothing did, or nothing is to be said about it.
     */
    final Label label(final long id)
    {
        if (rowCount == 0 || typology.isEmpty())
        {
            return null;
        }
        final List<String> names = new ArrayList<>();
        for (final int account : accounts)
        {
            final String name = venue.roster.text(account);
            if (!names.contains(name))
            {
                names.add(name);
            }
        }
        return new Label(id, typology, detector, market.instrument.symbol(), names, firstRow, lastRow, firstTimeNanos,
            lastTimeNanos, rowCount);
    }
}
