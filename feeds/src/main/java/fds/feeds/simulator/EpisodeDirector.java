package fds.feeds.simulator;

/**
 * Starts episodes at random moments, lets each act when its time has come, and hands in a label when one is over and
 * its last row was read. At most {@value #ACTIVE_MAX} run at a time; one that finds no place is not started.
 */
final class EpisodeDirector
{
    private static final int ACTIVE_MAX = 64;
    private static final int TAG_BITS = 6;

    /** Honest orders that ask for a verdict first stand this many rows apart on average. */
    private static final long ROWS_PER_REQUEST = 3_000;

    private static final int DECOYS = 6;

    private final SimulatorConfig config;
    private final SimulatedVenue venue;
    private final SimulatedMarket[] markets;
    private final BackgroundFlow flow;
    private final LabelSink labels;
    private final SimulatorRandom random;
    private final Episode[] active = new Episode[ACTIVE_MAX]; // [tag & 63]
    private final int intensity;
    private int activeCount;
    private int generation;
    private long labelCount;
    private long nextStartRow;
    private long nextRequestRow;
    private long nextNanos = Long.MAX_VALUE;
    private int nextSlot;

    EpisodeDirector(
        final SimulatorConfig config, final SimulatedVenue venue, final SimulatedMarket[] markets,
        final BackgroundFlow flow, final LabelSink labels)
    {
        this.config = config;
        this.venue = venue;
        this.markets = markets;
        this.flow = flow;
        this.labels = labels;
        random = SimulatorRandom.of(config.seed(), 4);
        intensity = config.selfWashPerMillion() + config.groupWashPerMillion() + config.pairWashPerMillion() +
            config.stuffingPerMillion() + config.fatFingerPerMillion() + config.decoysPerMillion();
        // The venue fills its books first: about 200 rows an instrument.
        final long openingRows = 250L * markets.length;
        nextStartRow = intensity == 0 ? Long.MAX_VALUE : openingRows + gapRows();
        nextRequestRow = openingRows;
    }

    /**
     * When the next episode acts.
     *
     * @return UTC nanoseconds since 1970; {@link Long#MAX_VALUE} when none runs.
     */
    long nextNanos()
    {
        return nextNanos;
    }

    /** Start what is due by the number of rows made. */
    void start(final long nowNanos)
    {
        if (venue.rowsMade() >= nextStartRow)
        {
            nextStartRow += gapRows();
            begin(choose(), nowNanos);
        }
        if (venue.rowsMade() >= nextRequestRow)
        {
            nextRequestRow += 1 + Distributions.exponential(random, ROWS_PER_REQUEST);
            begin(new RequestedOrderEpisode(venue, anyMarket(), random, venue.roster.anyTrader(random)), nowNanos);
        }
    }

    /**
     * Let the episode act whose time has come.
     *
     * @param nowNanos {@link #nextNanos()} or later.
     */
    void step(final long nowNanos)
    {
        active[nextSlot].advance(nowNanos);
        schedule();
    }

    /** All rows were read: who is over, leaves. */
    void settle()
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
    void finish()
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
     * A row of an episode's order is read.
     *
     * @param tag       of the order; 0 for none.
     * @param isMeeting a wash trade of this tag's episode.
     */
    void onRow(final int tag, final int kind, final boolean isMeeting, final long row, final long timeNanos)
    {
        final Episode episode = active[tag & ACTIVE_MAX - 1];
        if (episode != null && episode.tag() == tag)
        {
            episode.onRow(kind, isMeeting, row, timeNanos);
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
            if (other != null && other.market == episode.market && other.sharesOwner(episode))
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

    private Episode choose()
    {
        final SimulatedMarket market = anyMarket();
        int ticket = random.below(intensity);
        if ((ticket -= config.selfWashPerMillion()) < 0)
        {
            return wash(market, "self_wash", "D01", false, venue.roster.anyTrader(random));
        }
        if ((ticket -= config.groupWashPerMillion()) < 0)
        {
            final int account = venue.roster.groupedTrader(random);
            return wash(market, "group_wash", "D02", false, account, venue.roster.partnerOf(account, random));
        }
        if ((ticket -= config.pairWashPerMillion()) < 0)
        {
            final int account = venue.roster.quietTrader(random);
            final int other = venue.roster.quietTrader(random);
            return venue.roster.groupOf(account) == venue.roster.groupOf(other) ? null :
                wash(market, "pair_wash", "D03", true, account, other);
        }
        if ((ticket -= config.stuffingPerMillion()) < 0)
        {
            return new StuffingEpisode(venue, market, random, venue.roster.anyTrader(random));
        }
        if ((ticket -= config.fatFingerPerMillion()) < 0)
        {
            return new FatFingerEpisode(venue, market, random, knownTrader(market));
        }
        return decoy(market);
    }

    private Episode decoy(final SimulatedMarket market)
    {
        final AccountRoster roster = venue.roster;
        switch (random.below(DECOYS))
        {
            case 0:
                // Only where there is something to trade: the first half of the instruments are the busy ones.
                final SimulatedMarket busy = markets[random.below((markets.length + 1) / 2)];
                return new BusyMakerEpisode(venue, busy, random, random.below(roster.makerCount()));
            case 1:
                return new LargeOrderEpisode(venue, market, random, knownTrader(market));
            case 2:
                final int account = roster.groupedTrader(random);
                final int partner = random.below(2) == 0 ? account : roster.partnerOf(account, random);
                return new OwnOrdersMeetEpisode(venue, market, random, account, partner);
            case 3:
                return new DisconnectEpisode(venue, market, random, roster.anyTrader(random));
            default:
                return new SlicedOrderEpisode(venue, market, random, roster.anyTrader(random));
        }
    }

    private SimulatedMarket anyMarket()
    {
        return markets[random.below(markets.length)];
    }

    /** An account that has sent orders here before, if one is found soon. */
    private int knownTrader(final SimulatedMarket market)
    {
        int account = venue.roster.anyTrader(random);
        for (int tries = 0; tries < 32 && market.largestLots[account] == 0; tries++)
        {
            account = venue.roster.anyTrader(random);
        }
        return account;
    }

    private Episode wash(
        final SimulatedMarket market, final String typology, final String detector, final boolean isPair,
        final int... accounts)
    {
        return new WashEpisode(venue, market, random, flow, typology, detector, isPair, accounts);
    }

    private long gapRows()
    {
        return 1 + Distributions.exponential(random, 1_000_000L / Math.max(1, intensity));
    }
}
