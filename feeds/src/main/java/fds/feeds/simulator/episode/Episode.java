package fds.feeds.simulator.episode;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.label.RowRuns;
import fds.feeds.simulator.venue.Participant;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Kind;

/**
 * Something that one or several participants do on purpose for a while, step by step, each step at a time of the
 * episode's own choice, through the same order entry as everyone else. It counts the rows that carry its pattern as
 * they are read, and what it gains.
 * <p>
 * To write one: draw everything that varies in the constructor, act in {@link #step} through {@link #place},
 * {@link #venue} (always with {@code this} as the participant) and {@link Stage#treasury()}, and add a kind to the
 * catalogue of its package. {@link #isPattern} says which of its rows the label counts.
 */
public abstract class Episode implements Participant
{
    /** What it acts on. */
    protected final Stage stage;

    /** Order entry. */
    protected final SimulatedVenue venue;

    /** The market that its label names. */
    protected final SimulatedMarket market;

    /** Source of chance. */
    protected final SimulatorRandom random;

    private final String typology;
    private final String detector;
    private final int[] accounts;
    private final Gain gain;
    private final List<String> also = new ArrayList<>();
    private final RowRuns rows = new RowRuns();
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
     * @param stage    to act on.
     * @param market   that its label names.
     * @param typology for its label ({@code decoy_…} for honest ones); empty: none is written.
     * @param detector that should find it ({@code D13}); empty for none.
     * @param accounts that act in it; nobody else's episode uses their owners in this market meanwhile.
     */
    protected Episode(
        final Stage stage, final SimulatedMarket market, final String typology, final String detector,
        final int... accounts)
    {
        this.stage = stage;
        this.market = market;
        this.typology = typology;
        this.detector = detector;
        this.accounts = accounts.clone();
        venue = stage.venue();
        random = stage.random();
        gain = new Gain(stage.markets().markets(), accounts.length);
    }

    /**
     * Do the next thing.
     *
     * @param nowNanos time, UTC nanoseconds since 1970.
     * @return when to be called again; now or before: the episode is over.
     */
    protected abstract long step(long nowNanos);

    /**
     * Whether a row that was traced to it carries the pattern that the label is about.
     *
     * @param kind         of the row, one of {@link Kind}.
     * @param instrumentId of the row; 0 for none.
     * @param isMeeting    a TRADE for which {@link #mayMeet} was true.
     * @return true unless the episode knows better.
     */
    protected boolean isPattern(final int kind, final int instrumentId, final boolean isMeeting)
    {
        return true;
    }

    /**
     * Send an order.
     *
     * @param in         market.
     * @param account    one of its own.
     * @param side       which side.
     * @param priceTicks limit; ignored with {@link fds.market.event.Flags#MARKET}.
     * @param lots       size, within the instrument's range ({@link SimulatedMarket#inRange}).
     * @param flags      bits of {@link fds.market.event.Flags}.
     * @return to keep an eye on; not live when nothing of it rests.
     */
    protected final WorkingOrder place(
        final SimulatedMarket in, final int account, final int side, final long priceTicks, final long lots,
        final int flags)
    {
        venue.submit(in, account, side, priceTicks, lots, flags, this);
        return new WorkingOrder(venue, in, venue.restingHandle(), venue.orderNumber());
    }

    /**
     * Say in the label that it acts in another market too.
     *
     * @param other market.
     */
    protected final void also(final SimulatedMarket other)
    {
        also.add(other.instrument.venue() + "/" + other.instrument.symbol());
    }

    /**
     * Whether its label names its accounts.
     *
     * @return false where a price alone shows it: that accuses nobody.
     */
    protected boolean isAccusing()
    {
        return true;
    }

    /**
     * Detectors whose pattern it has carried so far, by what it really did, not by what it meant to do.
     *
     * @return ids ({@code D05}) in order; the one that it is meant for unless the episode knows better.
     */
    protected List<String> carried()
    {
        return detector.isEmpty() ? List.of() : List.of(detector);
    }

    /**
     * The detector that it is meant for.
     *
     * @return its id, or empty.
     */
    protected final String detector()
    {
        return detector;
    }

    /**
     * Whether liquidations of anybody in a market are its rows, unless another episode has built up the position.
     *
     * @param where perpetual.
     * @return false unless liquidations are what it is about.
     */
    protected boolean claims(final SimulatedMarket where)
    {
        return false;
    }

    /**
     * What it has gained so far, and what it holds because of it.
     *
     * @return kept up to date by every fill of its orders.
     */
    protected final Gain gain()
    {
        return gain;
    }

    @Override
    public void onFill(
        final SimulatedMarket where, final int account, final int side, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        gain.fill(where, placeOf(account), side, priceTicks, lots, feeUnits);
    }

    @Override
    public void onPayment(final int account, final long units)
    {
        gain.pay(units);
    }

    @Override
    public final int tag()
    {
        return tag;
    }

    /**
     * How many accounts act in it.
     *
     * @return 1 and up.
     */
    protected final int accounts()
    {
        return accounts.length;
    }

    /**
     * One of its accounts.
     *
     * @param index 0 and up.
     * @return the venue's index of it.
     */
    protected final int account(final int index)
    {
        return accounts[index];
    }

    final boolean isIn(final SimulatedMarket other)
    {
        return market == other;
    }

    final boolean has(final int account)
    {
        return placeOf(account) >= 0;
    }

    private int placeOf(final int account)
    {
        int place = accounts.length - 1;
        while (place >= 0 && accounts[place] != account)
        {
            place--;
        }
        return place;
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

    final boolean holds(final SimulatedMarket other)
    {
        boolean isHolding = false;
        for (int place = 0; place < accounts.length; place++)
        {
            isHolding |= gain.lots(other, place) != 0;
        }
        return isHolding;
    }

    /** Whether a position is this episode's doing: its venue's rows about it are then the episode's. */
    boolean answersFor(final int account, final SimulatedMarket other)
    {
        final int place = placeOf(account);
        return place >= 0 && gain.lots(other, place) != 0;
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

    final boolean isOver()
    {
        return isOver;
    }

    final long nextNanos()
    {
        return nextNanos;
    }

    final void onRow(
        final int kind, final int instrumentId, final boolean isMeeting, final long row, final long timeNanos)
    {
        if (isPattern(kind, instrumentId, kind == Kind.TRADE && isMeeting))
        {
            if (rowCount++ == 0)
            {
                firstRow = row;
                firstTimeNanos = timeNanos;
            }
            rows.add(row);
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
            if (isAccusing() && !names.contains(name))
            {
                names.add(name);
            }
        }
        return new Label(id, typology, detector, market.instrument.symbol(), names, firstRow, lastRow, firstTimeNanos,
            lastTimeNanos, rowCount, market.instrument.venue(), gain.units(), rows, also, carried());
    }
}
