package fds.risk.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import fds.market.account.MarketView;
import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.codec.event.MessageHeaderEncoder;
import fds.market.codec.event.SanctionEncoder;
import fds.market.control.ControlFrames;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Scope;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionCodec;
import fds.market.finding.DetectionState;
import fds.market.finding.Finding;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.OwnerGroups;
import fds.market.owner.Role;
import fds.market.reference.ReferenceData;
import fds.market.risk.RiskLevel;
import fds.market.risk.RiskPart;
import fds.market.slots.StateBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Risk with a small market around it: events in, changes of level out as lines. Instruments 1 and 2 are the same
 * perpetual on venues 1 and 2, 3 another on venue 1, 4 the asset USDT; ticks are 0.1, lots 0.01.
 */
final class RiskScene
{
    static final long SECOND = 1_000_000_000L;
    static final int PERP = 1;
    static final int TWIN = 2;
    static final int OTHER = 3;
    static final int USDT = 4;

    private final List<String> lines = new ArrayList<>();
    private final ReferenceData reference = new ReferenceData(16, 64);
    private final RiskConfig config;
    private final UnsafeBuffer eventMemory = new UnsafeBuffer(new byte[MarketEvent.LENGTH]);
    private final MarketEvent event = new MarketEvent().wrap(eventMemory, 0);
    private final UnsafeBuffer viewMemory = new UnsafeBuffer(new byte[MarketView.LENGTH]);
    private final MarketView view = new MarketView().wrap(viewMemory, 0);
    private final DetectionCodec codec = new DetectionCodec();
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[DetectionCodec.LENGTH_MAX]);
    private RiskMonitor monitor;
    private boolean keepsLines = true;
    private long sequence;
    private long timeNanos = 1_000_000 * SECOND;

    RiskScene(final RiskConfig config)
    {
        this.config = config;
        for (int id = 1; id <= 3; id++)
        {
            final int venue = id == TWIN ? 2 : 1;
            reference.define(new Instrument(id, 1, venue, "V" + venue, id == OTHER ? "ETH" : "BTC",
                InstrumentType.PERP, id == OTHER ? "ETH" : "BTC", "USDT", "", 1, -1, 1, -2, 1, 0, 1, 10_000_000L,
                10_000L));
        }
        reference.define(new Instrument(USDT, 1, 1, "V1", "USDT", InstrumentType.ASSET, "", "USD", "", 1, -4, 1, -2, 1,
            0, 1, 1_000_000L, 1_000_000_000_000L));
        monitor = new RiskMonitor(config, reference, this::onDecision);
        view.clear();
    }

    RiskScene after(final long nanos)
    {
        timeNanos += nanos;
        return this;
    }

    /** Write, make a new one, and read: as after a restart. */
    RiskScene restore()
    {
        final StateBuffer state = new StateBuffer();
        monitor.write(state);
        monitor = new RiskMonitor(config, reference, this::onDecision);
        monitor.read(state);
        return this;
    }

    RiskScene book(final long bid, final long ask, final long lots)
    {
        viewMemory.putLong(0, bid);
        viewMemory.putLong(8, ask);
        viewMemory.putLong(32, lots);
        viewMemory.putLong(40, lots);
        viewMemory.putLong(72, 1);
        return this;
    }

    RiskScene mark(final long mark, final long index)
    {
        viewMemory.putLong(16, mark);
        viewMemory.putLong(24, index);
        return this;
    }

    RiskScene last(final long price)
    {
        viewMemory.putLong(48, price);
        return this;
    }

    RiskScene own(final int venue, final long account, final long group, final Role role)
    {
        reference.owners().put(venue, account, group, role.ordinal());
        return this;
    }

    MarketEvent event(final int kind, final int side, final int instrument)
    {
        final int venue = instrument == TWIN ? 2 : 1;
        return event.clear().type(kind, side, 0, instrument).venueId(venue).sequence(++sequence)
            .engineTimeNanos(timeNanos).venueTimeNanos(timeNanos);
    }

    RiskScene put(final MarketEvent filled)
    {
        viewMemory.putLong(56, filled.accountId());
        viewMemory.putLong(64, filled.counterAccountId());
        if (sequence % 2 == 0) // looking ahead decides nothing: with and without it the same is told
        {
            monitor.lookAhead(filled, view);
            monitor.touch();
        }
        monitor.onEvent(filled, view);
        return this;
    }

    RiskScene trade(final int instrument, final int side, final long resting, final long aggressor, final long lots)
    {
        return put(event(Kind.TRADE, side, instrument).accountId(resting).counterAccountId(aggressor)
            .priceTicks(1000).quantityLots(lots));
    }

    RiskScene tick()
    {
        monitor.onEvent(event(Kind.TICK, 0, 0).venueId(0), view);
        return this;
    }

    /** A detector's finding about an account, as the stage shows it. */
    RiskScene finding(final int detector, final Severity severity, final int score, final long account)
    {
        return detection(detector, severity, score, account, 0, DetectionState.FINDING);
    }

    RiskScene alert(final int detector, final Severity severity, final int score, final long account, final long id)
    {
        finding(detector, severity, score, account);
        return detection(detector, severity, score, account, id, DetectionState.OPENED);
    }

    RiskScene detection(
        final int detector,
        final Severity severity,
        final int score,
        final long account,
        final long id,
        final DetectionState state)
    {
        final DetectorInfo info = new DetectorInfo("D" + (detector < 10 ? "0" : "") + detector, "test", 1,
            Typology.SPOOFING, Scope.INSTRUMENT, 0, Set.of(), Set.of(), List.of(), List.of(), 0, "",
            "", "");
        final Finding finding = new Finding(info, 1).begin(event(Kind.NEW, 1, PERP))
            .subject(SubjectKind.ACCOUNT, account, 0).ownerGroup(OwnerGroups.KIND_SOLO, account, 0)
            .rate(severity, score);
        final int length = codec.encode(finding, record, 0);
        DetectionCodec.assign(record, 0, id, state);
        monitor.onDecision(record, 0, length);
        return this;
    }

    /** A basic pattern's finding about an instrument's market, of severity low. */
    RiskScene basic(final int instrument, final int score, final DetectionState state)
    {
        final DetectorInfo info = new DetectorInfo("D401", "test", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT, 0,
            Set.of(), Set.of(), List.of(), List.of(), 0, "", "", "");
        final Finding finding = new Finding(info, 1).begin(event(Kind.TRADE, 1, instrument))
            .subject(SubjectKind.INSTRUMENT, 0, 0).rate(Severity.LOW, score);
        final int length = codec.encode(finding, record, 0);
        DetectionCodec.assign(record, 0, state == DetectionState.FINDING ? 0 : 5, state);
        monitor.onDecision(record, 0, length);
        return this;
    }

    RiskScene list(final String address, final boolean listed)
    {
        final UnsafeBuffer frame = new UnsafeBuffer(new byte[512]);
        final SanctionEncoder encoder = new SanctionEncoder().wrapAndApplyHeader(frame, 0, new MessageHeaderEncoder());
        encoder.sequence(++sequence).engineTime(timeNanos).venue(1).listed((short)(listed ? 1 : 0)).account(0)
            .reference(0).address(address).list("test");
        monitor.onControl(SanctionEncoder.TEMPLATE_ID, frame, 0);
        return this;
    }

    RiskScene id(final int space, final String text, final long id)
    {
        final UnsafeBuffer frame = new UnsafeBuffer(new byte[ControlFrames.ID_LENGTH_MAX]);
        final byte[] bytes = ControlFrames.utf8(text);
        new ControlFrames().encodeId(frame, 0, 1, space, id, new UnsafeBuffer(bytes), 0, bytes.length);
        ControlFrames.stamp(frame, 0, ++sequence, timeNanos);
        monitor.onControl(ControlFrames.templateId(frame, 0), frame, 0);
        return this;
    }

    void keepNoLines()
    {
        keepsLines = false;
    }

    /** What was decided since the last call. */
    List<String> told()
    {
        final List<String> told = List.copyOf(lines);
        lines.clear();
        return told;
    }

    private void onDecision(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!keepsLines)
        {
            return;
        }
        if (ControlFrames.templateId(buffer, offset) == BlindSpotDecoder.TEMPLATE_ID)
        {
            final BlindSpotDecoder spot =
                new BlindSpotDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
            lines.add("blind " + spot.table() + " " + spot.subject());
            return;
        }
        final RiskChangeDecoder change =
            new RiskChangeDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final StringBuilder line = new StringBuilder();
        line.append(SubjectKind.values()[change.subjectKind()].name().toLowerCase(Locale.ROOT)).append(' ')
            .append(change.subject()).append(' ').append(RiskLevel.of(change.levelBefore()).word()).append('>')
            .append(RiskLevel.of(change.levelAfter()).word()).append(' ').append(change.total());
        for (final RiskChangeDecoder.PartsDecoder part : change.parts())
        {
            line.append(' ').append(RiskPart.of(part.part()).word()).append('=').append(part.measured()).append(':')
                .append(part.contribution());
        }
        for (final RiskChangeDecoder.AlertsDecoder alert : change.alerts())
        {
            line.append(" #").append(alert.alert());
        }
        lines.add(line.toString());
    }
}
