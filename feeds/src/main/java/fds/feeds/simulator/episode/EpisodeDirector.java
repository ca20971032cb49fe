package fds.feeds.simulator.episode;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.label.LabelSink;
import fds.feeds.simulator.venue.Participant;
import fds.feeds.simulator.venue.Participants;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;

/**
 * Starts episodes at random moments, lets each act when its time has come, and hands in a label when one is over and
 * its last row was read. At most {@value #ACTIVE_MAX} run at a time; one that finds no place is not started. Owned by
 * the simulator's thread.
 */
public final class EpisodeDirector implements Participants
{
    private static final int ACTIVE_MAX = 64;
    private static final int TAG_BITS = 6;

    private final Stage stage;
    private final SimulatedVenue venue;
    private final LabelSink labels;
    private final SimulatorRandom random;
    private final EpisodeKind[] kinds;
    private final int[] rates; // [kind]
    private final Episode[] active = new Episode[ACTIVE_MAX]; // [tag & 63]
    private final int intensity;
    private final EpisodeKind usual;
    private final long rowsPerUsual;
    private int activeCount;
    private int generation;
    private long labelCount;
    private long nextStartRow;
    private long nextUsualRow;
    private long nextNanos = Long.MAX_VALUE;
    private int nextSlot;

    /**
     * A director who has started nothing.
     *
     * @param stage        to act on.
     * @param kinds        that may be started, in a fixed order.
     * @param perMillion   how many of each for a million rows, by name; absent: none.
     * @param usual        a kind that is always there and has no rate.
     * @param rowsPerUsual rows between two of those, on average.
     * @param openingRows  rows before the first of all.
     * @param labels       takes what happened.
     */
    public EpisodeDirector(
        final Stage stage, final List<EpisodeKind> kinds, final Map<String, Integer> perMillion,
        final EpisodeKind usual, final long rowsPerUsual, final long openingRows, final LabelSink labels)
    {
        this.stage = stage;
        this.venue = stage.venue();
        this.labels = labels;
        this.random = stage.random();
        this.kinds = kinds.toArray(new EpisodeKind[0]);
        this.usual = usual;
        this.rowsPerUsual = rowsPerUsual;
        rates = new int[kinds.size()];
        int sum = 0;
        for (int i = 0; i < rates.length; i++)
        {
            rates[i] = perMillion.getOrDefault(this.kinds[i].name(), 0);
            sum += rates[i];
        }
        intensity = sum;
        nextStartRow = intensity == 0 ? Long.MAX_VALUE : openingRows + gapRows();
        nextUsualRow = openingRows;
    }

    @Override
    public Participant ofTag(final int tag)
    {
        final Episode episode = active[tag & ACTIVE_MAX - 1];
        return episode != null && episode.tag() == tag ? episode : null;
    }

    @Override
    public Participant ofPosition(final int account, final SimulatedMarket market)
    {
        for (int slot = 0; activeCount > 0 && slot < ACTIVE_MAX; slot++)
        {
            if (active[slot] != null && active[slot].answersFor(account, market))
            {
                return active[slot];
            }
        }
        for (int slot = 0; activeCount > 0 && slot < ACTIVE_MAX; slot++)
        {
            if (active[slot] != null && active[slot].claims(market))
            {
                return active[slot];
            }
        }
        return null;
    }

    @Override
    public void onFunding(final SimulatedMarket market, final LongUnaryOperator unitsOfLots)
    {
        for (final Episode episode : active)
        {
            if (episode != null && episode.holds(market))
            {
                episode.onPayment(episode.account(0), unitsOfLots.applyAsLong(episode.gain().lots(market)));
            }
        }
    }

    /**
     * When the next episode acts.
     *
     * @return UTC nanoseconds since 1970; {@link Long#MAX_VALUE} when none runs.
     */
    public long nextNanos()
    {
        return nextNanos;
    }

    /**
     * Start what is due by the number of rows made.
     *
     * @param nowNanos time.
     */
    public void start(final long nowNanos)
    {
        if (venue.rowsMade() >= nextStartRow)
        {
            nextStartRow += gapRows();
            begin(choose().factory().create(stage), nowNanos);
        }
        if (venue.rowsMade() >= nextUsualRow)
        {
            nextUsualRow += 1 + Distributions.exponential(random, rowsPerUsual);
            begin(usual.factory().create(stage), nowNanos);
        }
    }

    /**
     * Let the episode act whose time has come.
     *
     * @param nowNanos {@link #nextNanos()} or later.
     */
    public void step(final long nowNanos)
    {
        active[nextSlot].advance(nowNanos);
        schedule();
    }

    /** All rows were read: who is over, leaves. */
    public void settle()
    {
        for (int slot = 0; activeCount > 0 && slot < ACTIVE_MAX; slot++)
        {
            if (active[slot] != null && active[slot].isOver())
            {
                leave(slot);
            }
        }
    }

    /** No more rows are read: everybody leaves. */
    public void finish()
    {
        for (int slot = 0; slot < ACTIVE_MAX; slot++)
        {
            if (active[slot] != null)
            {
                leave(slot);
            }
        }
        schedule();
    }

    /**
     * A row that an episode has caused is read.
     *
     * @param tag          of the row, 1 and up.
     * @param kind         of the row.
     * @param instrumentId of the row.
     * @param isMeeting    a trade that this tag's episode was meant to make.
     * @param row          its number.
     * @param timeNanos    its time.
     */
    public void onRow(
        final int tag, final int kind, final int instrumentId, final boolean isMeeting, final long row,
        final long timeNanos)
    {
        final Episode episode = active[tag & ACTIVE_MAX - 1];
        if (episode != null && episode.tag() == tag)
        {
            episode.onRow(kind, instrumentId, isMeeting, row, timeNanos);
        }
    }

    private void begin(final Episode episode, final long nowNanos)
    {
        if (activeCount == ACTIVE_MAX || episode == null || isBusy(episode))
        {
            return;
        }
        int slot = 0;
        while (active[slot] != null)
        {
            slot++;
        }
        active[slot] = episode;
        activeCount++;
        generation = generation + 1 & Integer.MAX_VALUE >>> TAG_BITS;
        episode.begin(Math.max(1, generation) << TAG_BITS | slot, nowNanos + 1);
        schedule();
    }

    /** Two episodes of one owner group in one market at a time would blur each other's labels. */
    private boolean isBusy(final Episode episode)
    {
        for (final Episode other : active)
        {
            if (other != null && other.isIn(episode.market) && other.sharesOwner(episode))
            {
                return true;
            }
        }
        return false;
    }

    private void leave(final int slot)
    {
        final Label label = active[slot].label(labelCount + 1);
        active[slot] = null;
        activeCount--;
        if (label != null)
        {
            labelCount++;
            labels.onLabel(label);
        }
    }

    private void schedule()
    {
        nextNanos = Long.MAX_VALUE;
        for (int slot = 0; slot < ACTIVE_MAX; slot++)
        {
            if (active[slot] != null && !active[slot].isOver() && active[slot].nextNanos() < nextNanos)
            {
                nextNanos = active[slot].nextNanos();
                nextSlot = slot;
            }
        }
    }

    private EpisodeKind choose()
    {
        int ticket = random.below(intensity);
        int kind = 0;
        while ((ticket -= rates[kind]) >= 0)
        {
            kind++;
        }
        return kinds[kind];
    }

    private long gapRows()
    {
        return 1 + Distributions.exponential(random, 1_000_000L / Math.max(1, intensity));
    }
}
