package fds.testkit.market;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Need;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.Role;
import fds.market.partition.BlindSpotCause;
import fds.market.partition.Capacity;
import fds.market.partition.Market;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateBuffer;
import fds.market.slots.StateLayout;
import fds.testkit.event.EventBuilder;

/**
 * One partition and its detectors, driven as a shard drives them, on the caller's thread: instrument 1 of tier 1 to
 * begin
 * with, quoted in USD, one cent a tick, one unit a lot.
 */
public final class TestMarket implements AutoCloseable
{
    /** Partition that instrument 1, 65, 129, … belong to. */
    public static final int PARTITION = 1;

    /** Tables that a test does not fill. */
    public static final Capacity ROOMY = new Capacity(4096, 1024, 1024, 256, 256, 256);

    private final StateLayout layout = Market.newLayout(EnumSet.allOf(Need.class));
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private final List<Detector> detectors = new ArrayList<>();
    private final List<Long> kinds = new ArrayList<>();
    private final List<Boolean> readsBook = new ArrayList<>();
    private final List<FindingSink> sinks = new ArrayList<>();
    private final Capacity capacity;
    private boolean quiet;
    private boolean suspends;
    private final ReferenceData reference;
    private final List<String> blindSpots = new ArrayList<>();
    private Detector[] called = {};
    private FindingSink[] told = {};
    private long[] asked = {};
    private boolean[] askedOnlyIfTrusted = {};
    private Market market;

    /**
     * Make one.
     *
     * @param capacity of its tables.
     */
    public TestMarket(final Capacity capacity)
    {
        this.capacity = capacity;
        reference = new ReferenceData(capacity.instruments(), capacity.ownedAccounts());
    }

    /**
     * An instrument as most tests want it.
     *
     * @param id   1, 65, 129, … for this partition.
     * @param tier 1 to 3.
     * @param quote currency; USD has a known rate.
     * @return one cent a tick, one unit a lot, prices to a million ticks, quantities to a million lots: one
     *         scaled unit of notional is one tick-lot.
     */
    public static Instrument instrument(final int id, final int tier, final String quote)
    {
        return new Instrument(id, 1, EventBuilder.VENUE, "V1", "I" + id, InstrumentType.SPOT, "BTC", quote, "",
            1, -2, 1, 0, 1, 0, tier, 1_000_000, 1_000_000);
    }

    /**
     * Add a detector. Only before the first instrument.
     *
     * @param factory of it.
     * @param config  its parameters.
     * @param sink    told of its findings.
     * @param <C>     type of its parameters.
     * @return this.
     */
    public <C extends Record> TestMarket detector(
        final DetectorFactory<C> factory, final C config, final FindingSink sink)
    {
        needs.addAll(factory.info().needs());
        detector(factory.create(config, 77, layout), factory.info().kinds(), sink);
        readsBook.set(readsBook.size() - 1, factory.info().needs().contains(Need.BOOK));
        return this;
    }

    /**
     * Add a detector that reserves no words: an oracle.
     *
     * @param detector to call.
     * @param kinds    it is shown.
     * @param sink     told of its findings.
     * @return this.
     */
    public TestMarket detector(final Detector detector, final long kinds, final FindingSink sink)
    {
        if (market != null)
        {
            throw new IllegalStateException("the market is made");
        }
        detectors.add(detector);
        this.kinds.add(kinds);
        readsBook.add(false);
        sinks.add(sink);
        return this;
    }

    /**
     * Have the market keep something.
     *
     * @param more to keep.
     * @return this.
     */
    public TestMarket needs(final Need... more)
    {
        needs.addAll(List.of(more));
        return this;
    }

    /**
     * Define an instrument.
     *
     * @param instrument of {@link #PARTITION}, or an asset of any.
     * @return this.
     */
    public TestMarket define(final Instrument instrument)
    {
        reference.define(instrument);
        if (Instrument.partitionOf(instrument.id()) == PARTITION)
        {
            market().onInstrument(instrument);
        }
        return this;
    }

    /**
     * Name the owner group of an account.
     *
     * @param account known.
     * @param group   known, or {@link Absent#UNKNOWN_ID} for its own.
     * @param role    of the account.
     * @return this.
     */
    public TestMarket owner(final long account, final long group, final Role role)
    {
        reference.owners().put(EventBuilder.VENUE, account, group, role.ordinal());
        market().onOwnerChange(EventBuilder.VENUE, account);
        return this;
    }

    /**
     * Handle an event as a shard does.
     *
     * @param event of this partition, a TICK, a RATE, an OWNER_GROUP, a status or gap of a whole feed, or a trade of
     *              another partition.
     */
    public void handle(final MarketEvent event)
    {
        final int kind = event.kind();
        if (kind == Kind.TICK)
        {
            market();
            call(event, kind);
            return;
        }
        if (kind == Kind.RATE)
        {
            reference.onEvent(event);
            return;
        }
        if (kind == Kind.OWNER_GROUP)
        {
            reference.owners().put(event.venueId(), event.accountId(), event.reference(), -1);
            market.onOwnerChange(event.venueId(), event.accountId());
            return;
        }
        if ((kind == Kind.FEED_STATUS || kind == Kind.GAP) && event.instrumentId() == Absent.NO_INSTRUMENT)
        {
            market.onFeedEvent(event);
            return;
        }
        if (kind == Kind.TRADE)
        {
            reference.venuePrices().onTrade(event);
        }
        if (Instrument.partitionOf(event.instrumentId()) != PARTITION)
        {
            return;
        }
        market.apply(event);
        call(event, kind);
        market.finish();
    }

    private void call(final MarketEvent event, final int kind)
    {
        for (int i = 0; i < called.length; i++)
        {
            if ((asked[i] >>> kind & 1) != 0 &&
                (!suspends || kind == Kind.TICK || market.isBookTrusted() || !askedOnlyIfTrusted[i]))
            {
                called[i].onEvent(event, market, told[i]);
            }
        }
    }

    /**
     * The partition; from its first use no detector can be added.
     *
     * @return to read.
     */
    public Market market()
    {
        if (market == null)
        {
            market = new Market(PARTITION, capacity, needs, layout, reference,
                this::onBlindSpot);
            called = detectors.toArray(new Detector[0]);
            told = sinks.toArray(new FindingSink[0]);
            asked = kinds.stream().mapToLong(Long::longValue).toArray();
            askedOnlyIfTrusted = new boolean[called.length];
            for (int i = 0; i < called.length; i++)
            {
                askedOnlyIfTrusted[i] = readsBook.get(i);
            }
            market.releaseListeners(called);
        }
        return market;
    }

    /**
     * What was told of blind spots: "cause table subject".
     *
     * @return in order.
     */
    public List<String> blindSpots()
    {
        return blindSpots;
    }

    /**
     * Suspend detectors that decide by the book while it is not to be trusted, as a shard does. Left out otherwise, so
     * that a detector can be held against its definition on flows that no venue would send.
     *
     * @return this.
     */
    public TestMarket suspends()
    {
        suspends = true;
        return this;
    }

    /**
     * Do not keep blind spots: where nothing may be allocated.
     *
     * @return this.
     */
    public TestMarket quiet()
    {
        quiet = true;
        return this;
    }

    private void onBlindSpot(
        final BlindSpotCause cause, final int table, final long subject, final long value, final int instrument)
    {
        if (!quiet)
        {
            blindSpots.add(cause + " " + table + " " + subject);
        }
    }

    /**
     * All state: reference data, partition, detectors.
     *
     * @return written.
     */
    public StateBuffer write()
    {
        final StateBuffer state = new StateBuffer();
        reference.write(state);
        market().write(state);
        for (final Detector detector : called)
        {
            detector.writePartition(state);
        }
        return state;
    }

    /**
     * Take over what another wrote that was made alike.
     *
     * @param state as {@link #write} gave it.
     */
    public void read(final StateBuffer state)
    {
        reference.read(state);
        market().read(state);
        for (final Detector detector : called)
        {
            detector.readPartition(state);
        }
    }

    @Override
    public void close()
    {
        if (market != null)
        {
            market.close();
        }
    }
}
