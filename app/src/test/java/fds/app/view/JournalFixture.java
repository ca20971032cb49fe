package fds.app.view;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.SyncPolicy;
import fds.market.codec.decision.ActionEncoder;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.decision.RiskChangeEncoder;
import fds.market.control.ControlFrames;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Scope;
import fds.market.event.Flags;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.DetectionCodec;
import fds.market.finding.DetectionState;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.OwnerGroups;
import fds.market.partition.BlindSpotCause;
import fds.market.risk.RiskPart;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a small journal: two instruments, texts and numbers as ids, three alerts, a blind spot. */
public final class JournalFixture
{
    /** Engine time of the first event: 2026-01-02T03:04:05Z. */
    public static final long START_NANOS = 1_767_323_045_000_000_000L;
    /** Ids of the alerts, in order. */
    public static final long FIRST_ALERT = 0x0a11_0000_0000_0001L;
    /** Its prefix is shared with the first. */
    public static final long SECOND_ALERT = 0x0a22_0000_0000_0002L;
    /** Of a detector that no build has. */
    public static final long THIRD_ALERT = 0xff33_0000_0000_0003L;
    /** A wallet, as a source writes it. */
    public static final String WALLET = "0xabc,\"=1+1\"";

    static final Instrument BTC = new Instrument(1, 1, 1, "V1", "BTC-USD", InstrumentType.SPOT, "BTC", "USD", "",
        5, -1, 1, -3, 1, 0, 1, 1L << 30, 1L << 30);
    static final Instrument ETH = new Instrument(2, 1, 1, "V1", "ETH-USD", InstrumentType.PERP, "ETH", "USD", "ETH",
        1, -2, 1, -2, 1, 1, 2, 1L << 20, 1L << 20);
    private static final DetectorInfo UNKNOWN = new DetectorInfo("D902", "Not in any build", 1, Typology.SPOOFING,
        Scope.INSTRUMENT, 0, Set.of(), Set.of(), List.of(), List.of(), 0, "", "", "");

    private final ControlFrames frames = new ControlFrames();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final MarketEvent event = new MarketEvent().wrap(buffer, 0);
    private final Journal journal;
    private long sequence;
    private long timeNanos = START_NANOS;

    private JournalFixture(final Journal journal)
    {
        this.journal = journal;
    }

    /**
     * Write it.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path write(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            final JournalFixture fixture = new JournalFixture(journal);
            fixture.events();
            fixture.decisions();
        }
        return directory;
    }

    /**
     * Write it, and behind it a change of risk and an action for which the first alert is a ground, and one of each
     * for which another is.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path writeAftermath(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            final JournalFixture fixture = new JournalFixture(journal);
            fixture.events();
            fixture.decisions();
            fixture.risk(FIRST_ALERT, 42);
            fixture.risk(SECOND_ALERT, 43);
            fixture.action(FIRST_ALERT, 1);
            fixture.action(SECOND_ALERT, 2);
            journal.decisions().onBatchEnd();
        }
        return directory;
    }

    /**
     * Write it with one alert only, of the tick at sequence 12, which has no venue time.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path writeTickAlert(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            final JournalFixture fixture = new JournalFixture(journal);
            fixture.events();
            fixture.event.clear().kind(Kind.TICK).sequence(12).engineTimeNanos(START_NANOS + 100_000_000).venueId(1)
                .instrumentId(1);
            final Finding finding = new Finding(TestDetectorFactory.INFO, 0x1234);
            finding.begin(fixture.event).subject(SubjectKind.INSTRUMENT, 0, 0).rate(Severity.LOW, 10)
                .predicate(0, 5, 5, true);
            fixture.decision(finding, FIRST_ALERT, DetectionState.FINDING);
            fixture.decision(finding, FIRST_ALERT, DetectionState.OPENED);
            journal.decisions().onBatchEnd();
        }
        return directory;
    }

    /**
     * Write it without the configuration that was in force.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path writeWithoutConfig(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            final JournalFixture fixture = new JournalFixture(journal);
            fixture.control(fixture.frames.encodeInstrument(fixture.buffer, 0, BTC));
            journal.events().onBatchEnd();
            fixture.decisions();
        }
        return directory;
    }

    /**
     * Write only its events.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path writeEvents(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            new JournalFixture(journal).events();
        }
        return directory;
    }

    /**
     * Write a journal whose only instrument has id 3 and a finer tick from its middle on.
     *
     * @param directory to make.
     * @return the directory.
     */
    public static Path writeNewVersion(final Path directory)
    {
        try (Journal journal = open(directory))
        {
            final JournalFixture fixture = new JournalFixture(journal);
            fixture.control(fixture.frames.encodeInstrument(fixture.buffer, 0, version(1, 50)));
            fixture.order(3);
            fixture.control(fixture.frames.encodeInstrument(fixture.buffer, 0, version(1, 50)));
            fixture.order(4);
            fixture.control(fixture.frames.encodeInstrument(fixture.buffer, 0, version(2, 25)));
            fixture.order(7);
            journal.events().onBatchEnd();
        }
        return directory;
    }

    private static Instrument version(final int version, final long tick)
    {
        return new Instrument(3, version, 1, "V1", "SOL-USD", InstrumentType.SPOT, "SOL", "USD", "", tick, -2, 1, 0, 1,
            0, 3, 1000, 1000);
    }

    private void order(final long priceTicks)
    {
        next();
        event.type(Kind.NEW, Side.BUY, Flags.LAST, 3).orderId(sequence).accountId(1).priceTicks(priceTicks)
            .quantityLots(1);
        append();
    }

    private static Journal open(final Path directory)
    {
        return Journal.open(directory, new JournalConfig(SyncPolicy.NONE, 1 << 16, 1 << 20, 1 << 20));
    }

    private void events()
    {
        control(frames.encodeConfig(buffer, 0,
            "detectors.D901.count_min: 5\ndetectors.D901.window_nanos: 60000000000\nepisodes.quiet_nanos: 1\n",
            77, "build-1")); // 1
        control(frames.encodeInstrument(buffer, 0, BTC)); // 2
        control(frames.encodeInstrument(buffer, 0, ETH)); // 3
        id(IdSpace.ACCOUNT, -1, WALLET); // 4
        id(IdSpace.OWNER_GROUP, -2, "desk"); // 5
        control(frames.encodeAccount(buffer, 0, 1, -1, -2, "market_maker")); // 6
        control(frames.encodeAccount(buffer, 0, 1, 42, -2, "")); // 7
        next(); // 8
        event.type(Kind.NEW, Side.BUY, Flags.POST_ONLY | Flags.LAST, 1).orderId(17).accountId(42).priceTicks(200_001)
            .quantityLots(1500);
        append();
        id(IdSpace.ORDER, -3, "order-\u00e9"); // 9
        next(); // 10
        event.type(Kind.NEW, Side.SELL, Flags.MARKET | Flags.LAST, 1).orderId(-3).accountId(-1).quantityLots(500);
        append();
        next(); // 11
        event.type(Kind.TRADE, Side.SELL, Flags.LAST, 1).orderId(17).accountId(42).counterOrderId(-3)
            .counterAccountId(-1).priceTicks(200_001).quantityLots(500).reference(9001);
        append();
        sequence++; // 12
        timeNanos = START_NANOS + 100_000_000;
        event.clear().kind(Kind.TICK).sequence(sequence).engineTimeNanos(timeNanos);
        append();
        id(IdSpace.REASON, -4, "user"); // 13
        next(); // 14
        event.type(Kind.CANCEL, Side.NONE, Flags.LAST, 1).orderId(17).accountId(42).reasonId(-4).quantityLots(1000);
        append();
        next(); // 15
        event.type(Kind.FUNDING, Side.NONE, Flags.LAST, 2).value(100_000).priceTicks(250_000);
        append();
        id(IdSpace.OWNER_GROUP, -5, "other desk"); // 16
        next(); // 17
        event.type(Kind.OWNER_GROUP, Side.NONE, Flags.LAST, 0).accountId(42).reference(-5);
        append();
        journal.events().onBatchEnd();
    }

    private void decisions()
    {
        final Finding wash = new Finding(TestDetectorFactory.INFO, 0x1234);
        event.clear().type(Kind.TRADE, Side.SELL, Flags.LAST, 1).sequence(11).engineTimeNanos(START_NANOS + 3_000_000)
            .venueTimeNanos(START_NANOS + 3_000_000).venueId(1);
        final BigInteger benefit = BigInteger.valueOf(200_001L * 500);
        wash.begin(event).subject(SubjectKind.OWNER_GROUP, -2, 0).ownerGroup(OwnerGroups.KIND_NAMED, -2, 2)
            .first(8, START_NANOS + 1_000_000).rate(Severity.HIGH, 70).addAccount(42).addAccount(-1)
            .scorePart(0, 50).scorePart(1, 20)
            .predicate(0, 6, 5, true).predicate(1, 2_000_000, 60_000_000_000L, true)
            .predicate(2, 123_456, 200_000, false)
            .predicate(3, BTC.notional(200_001, 500), 1, true).predicate(6, 1, 1, true)
            .evidence(8, EvidenceRole.ORDER).evidence(10, EvidenceRole.ORDER).evidence(11, EvidenceRole.TRADE)
            .book(200_001, 200_003, 200_000, 200_003)
            .benefit(BenefitMethod.WASHED_NOTIONAL, benefit.shiftRight(64).longValue(), benefit.longValue());
        decision(wash, FIRST_ALERT, DetectionState.FINDING);
        decision(wash, FIRST_ALERT, DetectionState.OPENED);
        decision(wash, FIRST_ALERT, DetectionState.FINDING);
        decision(wash, FIRST_ALERT, DetectionState.UPDATED);

        event.sequence(14).engineTimeNanos(START_NANOS + 104_000_000).venueTimeNanos(START_NANOS + 104_000_000);
        wash.begin(event).subject(SubjectKind.ACCOUNT, 42, 0).ownerGroup(OwnerGroups.KIND_SOLO, 42, 2)
            .rate(Severity.LOW, 10).addAccount(42).predicate(0, 5, 5, true);
        decision(wash, SECOND_ALERT, DetectionState.FINDING);
        decision(wash, SECOND_ALERT, DetectionState.OPENED);
        decision(wash, FIRST_ALERT, DetectionState.FINDING);
        blindSpot();

        final Finding unknown = new Finding(UNKNOWN, 1);
        event.sequence(15).engineTimeNanos(START_NANOS + 105_000_000).venueTimeNanos(START_NANOS + 105_000_000)
            .instrumentId(2);
        unknown.begin(event).subject(SubjectKind.INSTRUMENT, 0, 0).rate(Severity.CRITICAL, 99)
            .predicate(0, 1, 2, false);
        decision(unknown, THIRD_ALERT, DetectionState.FINDING);
        decision(unknown, THIRD_ALERT, DetectionState.OPENED);
        decision(unknown, THIRD_ALERT, DetectionState.CLOSED);
        journal.decisions().onBatchEnd();
    }

    private void decision(final Finding finding, final long alert, final DetectionState state)
    {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[DetectionCodec.LENGTH_MAX]);
        final int length = new DetectionCodec().encode(finding, record, 0);
        DetectionCodec.assign(record, 0, alert, state);
        journal.decisions().onFrames(record, 0, length);
    }

    private void risk(final long alert, final long account)
    {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[256]);
        final RiskChangeEncoder risk =
            new RiskChangeEncoder().wrapAndApplyHeader(record, 0, new MessageHeaderEncoder()).sequence(14)
            .engineTime(START_NANOS + 104_000_000).subject(account).instrument(0).venue(1)
            .subjectKind((short)SubjectKind.ACCOUNT.ordinal()).levelBefore((short)0).levelAfter((short)2)
            .total((short)61);
        risk.partsCount(2).next().measured(35).contribution(350_000).part(RiskPart.PATTERN.ordinal())
            .next().measured(350_000).contribution(35).part(RiskPart.FINDINGS.ordinal());
        risk.alertsCount(1).next().alert(alert);
        journal.decisions().onFrames(record, 0, MessageHeaderEncoder.ENCODED_LENGTH + risk.encodedLength());
    }

    private void action(final long alert, final int kind)
    {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[256]);
        final ActionEncoder action =
            new ActionEncoder().wrapAndApplyHeader(record, 0, new MessageHeaderEncoder()).sequence(14)
            .engineTime(START_NANOS + 104_000_000).action(0xac).account(42).expiryTime(START_NANOS + 9_000_000_000L)
            .instrument(0).venue(1).actionKind((short)kind).level((short)2).approvalNeeded((short)1);
        action.alertsCount(1).next().alert(alert);
        journal.decisions().onFrames(record, 0, MessageHeaderEncoder.ENCODED_LENGTH + action.encodedLength());
    }

    private void blindSpot()
    {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH;
        final UnsafeBuffer record = new UnsafeBuffer(new byte[length]);
        new BlindSpotEncoder().wrapAndApplyHeader(record, 0, new MessageHeaderEncoder()).sequence(14)
            .engineTime(START_NANOS + 104_000_000).subject(17).value(1).instrument(1).venue(1)
            .cause((short)BlindSpotCause.TABLE_FULL.ordinal()).table((short)0).partition((short)1);
        journal.decisions().onFrames(record, 0, length);
    }

    private void next()
    {
        sequence++;
        timeNanos += 1_000_000;
        event.clear().sequence(sequence).engineTimeNanos(timeNanos).venueTimeNanos(timeNanos).venueId(1)
            .feedSequence(sequence).feedId(1);
    }

    private void append()
    {
        event.sequence(sequence).engineTimeNanos(timeNanos);
        journal.events().onFrames(buffer, 0, MarketEvent.LENGTH);
    }

    private void id(final int space, final long id, final String text)
    {
        final byte[] bytes = ControlFrames.utf8(text);
        control(frames.encodeId(buffer, 0, 1, space, id, new UnsafeBuffer(bytes), 0, bytes.length));
    }

    private void control(final int length)
    {
        ControlFrames.stamp(buffer, 0, ++sequence, timeNanos);
        journal.events().onFrames(buffer, 0, length);
    }
}
