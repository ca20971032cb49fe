package fds.engine.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.engine.ring.FindingRing;
import fds.engine.ring.MainRing;
import fds.market.account.MarketView;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionEncoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.detector.DetectionReader;
import fds.market.detector.Detector;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Need;
import fds.market.detector.Scope;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionCodec;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;
import fds.market.partition.BlindSpotCause;
import fds.market.partition.BlindSpotSink;
import fds.market.partition.Market;
import fds.market.partition.MarketAhead;
import fds.market.reference.ReferenceData;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Runs a set of partitions: for a batch of events first hashes, then the lines they will need, then book, features and
 * detectors event by event. Which partitions a shard has decides nothing but speed. Owned by one thread.
 */
public final class Shard implements Stage, AutoCloseable
{
    private static final int BATCH = 64;
    private static final int PARTITIONS = Instrument.PARTITIONS;
    private static final int KEEP_ROLE = -1;
    private static final int NO_KEY = -1; // of no partition here
    private static final long OF_EVENT = -1;
    private static final long OUTSIDE_PARTITIONS = Kind.mask(
        Kind.TICK, Kind.CONTROL, Kind.OWNER_GROUP, Kind.RATE, Kind.FEED_STATUS, Kind.GAP);

    private final MainRing ring;
    private final FindingRing findings;
    private final DetectionReader reader;
    private final boolean waits;
    private final int index;
    private final int shards;
    private final Market[] markets = new Market[PARTITIONS];
    private final DetectorGroup[] groups = new DetectorGroup[PARTITIONS * Kind.COUNT]; // [partition * COUNT + kind]
    private final DetectorGroup[] groupsWithoutBook = new DetectorGroup[PARTITIONS * Kind.COUNT]; // as groups
    private final Detector[][] detectors = new Detector[PARTITIONS][];
    private final MarketEvent event = new MarketEvent();
    private final ControlFrames frames = new ControlFrames();
    private final IdAssignmentDecoder id = new IdAssignmentDecoder();
    private final int[] batchKeys = new int[BATCH]; // in the look-ahead, or NO_KEY
    private final Sink sink = new Sink();
    private final MarketViews views;
    private final MarketView view = new MarketView();

    private ReferenceData reference;
    private Detection detection;
    private final List<Detector> shared = new ArrayList<>();                  // one for all partitions, or null
    private final Map<List<Detector>, DetectorGroup> sharedGroups = new HashMap<>();
    private MarketAhead ahead = new MarketAhead(BATCH, Set.of());
    private String configText;
    private boolean followsVenues;
    private long viewKinds; // events beside which a view is written
    private UnsafeBuffer viewMemory;
    private long touched;

    /**
     * Make a shard without a configuration; the first CONFIG record gives it one.
     *
     * @param ring     to read.
     * @param findings to write to.
     * @param reader   of CONFIG records.
     * @param waits    whether another thread reads the findings, so that a full ring is worth waiting for.
     * @param views    to fill for the account stage, when its handlers ask for them.
     * @param index    of this shard, 0 and up.
     * @param shards   of all.
     */
    public Shard(
        final MainRing ring,
        final FindingRing findings,
        final DetectionReader reader,
        final boolean waits,
        final MarketViews views,
        final int index,
        final int shards)
    {
        this.ring = ring;
        this.findings = findings;
        this.reader = reader;
        this.waits = waits;
        this.views = views;
        this.index = index;
        this.shards = shards;
        event.wrap(ring.events(), 0);
    }

    @Override
    public void process(final long from, final long to)
    {
        long start = from;
        while (start <= to)
        {
            final int count = lookAhead(start, (int)Math.min(BATCH, to - start + 1));
            for (int i = 0; i < count; i++)
            {
                event.at(ring.offsetOf(start + i));
                if (followsVenues && event.kind() == Kind.TRADE)
                {
                    reference.venuePrices().onTrade(event); // of other shards' instruments, too
                }
                if (batchKeys[i] != NO_KEY)
                {
                    final Market market = markets[event.instrumentId() & PARTITIONS - 1];
                    onMarketEvent(market, batchKeys[i]);
                    if ((viewKinds >>> event.kind() & 1) != 0)
                    {
                        view.wrap(viewMemory, views.offsetOf(start + i)).write(market);
                    }
                }
                else if ((OUTSIDE_PARTITIONS >>> event.kind() & 1) != 0)
                {
                    onOutsideEvent();
                }
            }
            start += count;
        }
    }

    /**
     * The partition of an index, for counters and snapshots.
     *
     * @param partition 0 to 63.
     * @return its market, or null when it has no instrument or belongs to another shard.
     */
    public Market market(final int partition)
    {
        return markets[partition];
    }

    /**
     * What control records have defined: the same in every shard.
     *
     * @return the definitions in force.
     */
    public Definitions definitions()
    {
        return Definitions.of(configText, reference);
    }

    /**
     * Who owns accounts: the same in every shard.
     *
     * @return to read; null before the first configuration.
     */
    public OwnerGroups owners()
    {
        return reference == null ? null : reference.owners();
    }

    /**
     * Take in what control records had defined, as if they came anew. Of a shard that has seen nothing.
     *
     * @param definitions in force.
     */
    public void define(final Definitions definitions)
    {
        if (definitions.configText() == null)
        {
            return;
        }
        configure(definitions.configText());
        for (final Instrument instrument : definitions.instruments())
        {
            sink.begin(Instrument.partitionOf(instrument.id()), 0, 0);
            reference.define(instrument);
            onInstrument(instrument);
        }
    }

    /**
     * Write the reference data: the same in every shard.
     *
     * @param state to write to.
     */
    public void writeReference(final StateWriter state)
    {
        reference.write(state);
    }

    /**
     * Read what {@link #writeReference} wrote; its instruments are defined here already.
     *
     * @param state to read from.
     */
    public void readReference(final StateReader state)
    {
        reference.read(state);
    }

    /**
     * Write a partition: its market, and what its detectors keep outside the slots' records.
     *
     * @param partition of this shard that has an instrument.
     * @param state     to write to.
     */
    public void writePartition(final int partition, final StateWriter state)
    {
        markets[partition].write(state);
        for (final Detector detector : detectors[partition])
        {
            detector.writePartition(state);
        }
    }

    /**
     * Read what {@link #writePartition} wrote, in place of what is here.
     *
     * @param partition of this shard whose instruments are defined.
     * @param state     to read from.
     */
    public void readPartition(final int partition, final StateReader state)
    {
        markets[partition].read(state);
        for (final Detector detector : detectors[partition])
        {
            detector.readPartition(state);
        }
    }

    /** Something that depends on every look-ahead load, so that the compiler keeps them. */
    long touched()
    {
        return touched;
    }

    @Override
    public void close()
    {
        for (int partition = 0; partition < PARTITIONS; partition++)
        {
            if (markets[partition] != null)
            {
                markets[partition].close();
                markets[partition] = null;
            }
        }
    }

    /** Ask for what the batch will need. A control record may change the tables, so the batch ends with it. */
    private int lookAhead(final long start, final int available)
    {
        int count = 0;
        boolean control = false;
        ahead.clear();
        while (count < available && !control)
        {
            final int i = count++;
            event.at(ring.offsetOf(start + i));
            final int kind = event.kind();
            control = kind == Kind.CONTROL;
            final int instrumentId = event.instrumentId();
            final boolean outside = instrumentId == Absent.NO_INSTRUMENT || kind == Kind.RATE;
            final int partition = instrumentId & PARTITIONS - 1;
            batchKeys[i] = outside || markets[partition] == null ? NO_KEY : ahead.plan(partition, event);
        }
        touched += ahead.touch();
        return count;
    }

    private void onMarketEvent(final Market market, final int key)
    {
        sink.begin(market.partition());
        ahead.apply(market, key, event);
        (market.isBookTrusted() ? groups : groupsWithoutBook)[market.partition() * Kind.COUNT + event.kind()]
            .onEvent(event, market, sink);
        market.finish();
        sink.end();
    }

    private void onOutsideEvent()
    {
        switch (event.kind())
        {
            case Kind.TICK -> onTick();
            case Kind.RATE ->
            {
                if (reference != null)
                {
                    reference.onEvent(event);
                }
            }
            case Kind.OWNER_GROUP -> onOwner(event);
            case Kind.FEED_STATUS, Kind.GAP -> onFeedEvent();
            default -> onControl((int)event.value());
        }
    }

    private void onTick()
    {
        for (int partition = index; partition < PARTITIONS; partition += shards)
        {
            if (markets[partition] != null)
            {
                sink.begin(partition);
                groups[partition * Kind.COUNT + Kind.TICK].onEvent(event, markets[partition], sink);
                sink.end();
            }
        }
    }

    /** What names a feed and no instrument concerns every partition. */
    private void onFeedEvent()
    {
        if (event.instrumentId() != Absent.NO_INSTRUMENT)
        {
            return; // of one that is not defined
        }
        for (int partition = index; partition < PARTITIONS; partition += shards)
        {
            if (markets[partition] != null)
            {
                sink.begin(partition);
                markets[partition].onFeedEvent(event);
                sink.end();
            }
        }
    }

    private void onControl(final int at)
    {
        final UnsafeBuffer pool = ring.pool();
        switch (ControlFrames.templateId(pool, at))
        {
            case ConfigEncoder.TEMPLATE_ID -> onConfig(at);
            case InstrumentDefinitionEncoder.TEMPLATE_ID ->
            {
                final Instrument instrument = frames.decodeInstrument(pool, at);
                sink.begin(Instrument.partitionOf(instrument.id()), ControlFrames.sequence(pool, at),
                    ControlFrames.engineTimeNanos(pool, at));
                reference.define(instrument);
                onInstrument(instrument);
                sink.end();
            }
            case AccountDefinitionDecoder.TEMPLATE_ID ->
            {
                final AccountDefinitionDecoder account = frames.decodeAccount(pool, at);
                own(ControlFrames.sequence(pool, at), ControlFrames.engineTimeNanos(pool, at), account.venue(),
                    account.account(), account.ownerGroup(), account.role());
            }
            case IdAssignmentDecoder.TEMPLATE_ID -> onId(at);
            default ->
            {
                // Dispositions, approvals: nothing of theirs concerns a partition.
            }
        }
    }

    /** The words of feeds are texts, and stand in events as ids. */
    private void onId(final int at)
    {
        id.wrap(ring.pool(), at + MessageHeaderDecoder.ENCODED_LENGTH, IdAssignmentDecoder.BLOCK_LENGTH,
            IdAssignmentDecoder.SCHEMA_VERSION);
        if (reference != null && id.idSpace() == IdSpace.REASON)
        {
            final long assigned = id.assigned();
            final int length = id.contentLength();
            reference.feedWords().onReason(
                assigned, ring.pool(), id.limit() + IdAssignmentDecoder.contentHeaderLength(), length);
        }
    }

    private void onConfig(final int at)
    {
        final String text = frames.decodeConfig(ring.pool(), at);
        if (text.equals(configText))
        {
            return;
        }
        final boolean changed = configText != null;
        configure(text);
        sink.begin(
            PARTITIONS, ControlFrames.sequence(ring.pool(), at), ControlFrames.engineTimeNanos(ring.pool(), at));
        for (int id = 1; id <= reference.instrumentIdMax(); id++)
        {
            if (reference.instrument(id) != null)
            {
                onInstrument(reference.instrument(id));
            }
        }
        if (changed && index == 0)
        {
            sink.onBlindSpot(BlindSpotCause.CONFIG_CHANGED, -1, 0, 0, 0);
        }
        sink.end();
    }

    private void configure(final String text)
    {
        configText = text;
        detection = reader.read(text);
        viewKinds = detection.handlerKinds();
        viewMemory = viewKinds == 0 ? null : views.open();
        close();
        ahead = new MarketAhead(BATCH, needsOf(detection));
        if (reference == null)
        {
            reference = new ReferenceData(detection.capacity().instruments(), detection.capacity().ownedAccounts());
        }
        shared.clear();
        sharedGroups.clear();
        followsVenues = detection.detectors().stream()
            .anyMatch(detector -> detector.factory().info().needs().contains(Need.VENUES));
        sink.findingsPerEventMax = detection.findingsPerEventMax();
    }

    private void onInstrument(final Instrument instrument)
    {
        final int partition = Instrument.partitionOf(instrument.id());
        if (partition % shards == index)
        {
            if (markets[partition] == null)
            {
                open(partition);
            }
            markets[partition].onInstrument(instrument);
        }
    }

    private void onOwner(final MarketEvent change)
    {
        if (reference != null)
        {
            final long group = change.reference();
            own(change.sequence(), change.engineTimeNanos(), change.venueId(), change.accountId(),
                group == Absent.VALUE ? Absent.UNKNOWN_ID : group, KEEP_ROLE);
        }
    }

    private void own(
        final long sequence,
        final long timeNanos,
        final int venueId,
        final long account,
        final long group,
        final int role)
    {
        final long before = reference.owners().groupOf(venueId, account);
        final boolean fits = reference.owners().put(venueId, account, group, role);
        for (int partition = index; partition < PARTITIONS; partition += shards)
        {
            if (markets[partition] != null)
            {
                sink.begin(partition, sequence, timeNanos);
                markets[partition].onOwnerChange(venueId, account);
                sink.end();
            }
        }
        // What concerns no partition comes behind all of them.
        sink.begin(PARTITIONS, sequence, timeNanos);
        if (index == 0 && (!fits || reference.instrumentIdMax() > 0 && before != Absent.UNKNOWN_ID && before != group))
        {
            sink.onBlindSpot(fits ? BlindSpotCause.OWNER_CHANGED : BlindSpotCause.OWNERS_FULL, -1, account, group, 0);
        }
    }

    /** What the detectors that look at one instrument have its market keep. */
    private static Set<Need> needsOf(final Detection detection)
    {
        final Set<Need> needs = new HashSet<>();
        for (final ConfiguredDetector<?> configured : detection.detectors())
        {
            if (configured.factory().info().scope() == Scope.INSTRUMENT)
            {
                needs.addAll(configured.factory().info().needs());
            }
        }
        return needs;
    }

    private void open(final int partition)
    {
        final Set<Need> needs = needsOf(detection);
        final StateLayout layout = Market.newLayout(needs);
        final List<Detector> made = new ArrayList<>();
        final List<DetectorInfo> infos = new ArrayList<>();
        for (final ConfiguredDetector<?> configured : detection.detectors())
        {
            final DetectorInfo info = configured.factory().info();
            if (info.scope() == Scope.INSTRUMENT)
            {
                made.add(share(made.size(), configured.create(layout)));
                infos.add(info);
            }
        }
        detectors[partition] = made.toArray(Detector[]::new);
        markets[partition] = new Market(partition, detection.capacity(), needs, layout, reference, sink);
        ahead.know(markets[partition]);
        markets[partition].trust(detection.trust());
        markets[partition].releaseListeners(
            made.stream().filter(Shard::hearsReleases).toArray(Detector[]::new));
        for (int kind = 0; kind < Kind.COUNT; kind++)
        {
            final List<Detector> asked = new ArrayList<>();
            final List<Detector> askedWithoutBook = new ArrayList<>();
            for (int i = 0; i < made.size(); i++)
            {
                if ((infos.get(i).kinds() >>> kind & 1) != 0)
                {
                    asked.add(made.get(i));
                    if (!infos.get(i).needs().contains(Need.BOOK))
                    {
                        askedWithoutBook.add(made.get(i));
                    }
                }
            }
            groups[partition * Kind.COUNT + kind] = groupOf(asked);
            groupsWithoutBook[partition * Kind.COUNT + kind] = asked.size() == askedWithoutBook.size() ?
                groups[partition * Kind.COUNT + kind] :
                groupOf(askedWithoutBook);
        }
    }

    /**
     * A detector whose state lies in the records alone is one for all partitions, whose layouts are the same: 64 copies
     * of it would be as many lines that an event has to wait for.
     */
    private Detector share(final int index, final Detector made)
    {
        if (index == shared.size())
        {
            shared.add(overrides(made, "writePartition", StateWriter.class) || hearsReleases(made) ||
                overrides(made, "writeSlot", SlotKind.class, int.class, StateWriter.class) ? null : made);
        }
        return shared.get(index) == null ? made : shared.get(index);
    }

    private DetectorGroup groupOf(final List<Detector> asked)
    {
        return sharedGroups.computeIfAbsent(List.copyOf(asked), key -> DetectorGroup.of(key.toArray(Detector[]::new)));
    }

    private static boolean hearsReleases(final Detector detector)
    {
        return overrides(detector, "onSlotReleased", SlotKind.class, int.class);
    }

    private static boolean overrides(
        final Detector detector, final String method, final Class<?>... parameters)
    {
        try
        {
            return detector.getClass().getMethod(method, parameters).getDeclaringClass() != Detector.class;
        }
        catch (final NoSuchMethodException e)
        {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what the partition being handled finds, and what it loses to sight, into the ring of findings. */
    private final class Sink implements FindingSink, BlindSpotSink
    {
        private final DetectionCodec codec = new DetectionCodec();
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final BlindSpotEncoder blindSpot = new BlindSpotEncoder();
        private int findingsPerEventMax = 1;
        private int partition;
        private long sequence;
        private long timeNanos;
        private int count;
        private int dropped;
        private int droppedDetector;

        /** About the event under the view; its sequence and time are read when there is something to tell. */
        void begin(final int partition)
        {
            this.partition = partition;
            sequence = OF_EVENT;
            count = 0;
            dropped = 0;
        }

        void begin(final int partition, final long sequence, final long timeNanos)
        {
            this.partition = partition;
            this.sequence = sequence;
            this.timeNanos = timeNanos;
            count = 0;
            dropped = 0;
        }

        void end()
        {
            if (dropped > 0)
            {
                onBlindSpot(BlindSpotCause.FINDINGS_DROPPED, -1, droppedDetector, dropped, 0);
            }
        }

        @Override
        public void onFinding(final Finding finding)
        {
            if (count == findingsPerEventMax)
            {
                dropped++;
                droppedDetector = finding.detector();
                return;
            }
            count++;
            final int at = claim(DetectionCodec.LENGTH_MAX);
            final int length = codec.encode(finding, findings.memory(), at);
            findings.commit(length, FindingRing.DETECTION, event.sequence(), partition);
        }

        @Override
        public void onBlindSpot(
            final BlindSpotCause cause, final int table, final long subject, final long value, final int instrumentId)
        {
            final int at = claim(MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH);
            findings.memory().setMemory(
                at, MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH, (byte)0);
            final Instrument instrument = reference.instrument(instrumentId);
            final long toldSequence = sequence == OF_EVENT ? event.sequence() : sequence;
            blindSpot.wrapAndApplyHeader(findings.memory(), at, header)
                .sequence(toldSequence)
                .engineTime(sequence == OF_EVENT ? event.engineTimeNanos() : timeNanos)
                .subject(subject)
                .value(value)
                .instrument(instrumentId)
                .venue(instrument == null ? 0 : instrument.venueId())
                .cause((short)cause.ordinal())
                .table((short)(table & 0xFF))
                .partition((short)partition)
                .detector(cause == BlindSpotCause.FINDINGS_DROPPED ? (int)subject : 0);
            findings.commit(MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH,
                FindingRing.BLIND_SPOT, toldSequence, partition);
        }

        private int claim(final int lengthMax)
        {
            int at = findings.tryClaim(lengthMax);
            while (at < 0)
            {
                if (!waits || Thread.currentThread().isInterrupted())
                {
                    throw new IllegalStateException("the ring of findings is full and nobody reads it");
                }
                Thread.yield();
                at = findings.tryClaim(lengthMax);
            }
            return at;
        }
    }
}
