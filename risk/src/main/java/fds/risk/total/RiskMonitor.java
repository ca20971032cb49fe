package fds.risk.total;

import fds.market.account.AccountHandler;
import fds.market.account.DecisionSink;
import fds.market.account.MarketView;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.SanctionDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.DetectionState;
import fds.market.finding.SubjectKind;
import fds.market.owner.OwnerGroups;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.compliance.ComplianceRisk;
import fds.risk.compliance.ListedAddresses;
import fds.risk.instrument.InstrumentRisk;
import fds.risk.pattern.PatternRisk;
import fds.risk.position.AssetWorth;
import fds.risk.position.PositionRisk;
import fds.risk.position.Positions;
import fds.risk.table.GroupWords;
import fds.risk.table.LossListener;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;
import fds.risk.table.TableListener;
import org.agrona.DirectBuffer;

/**
 * Keeps the risk of every owner group and instrument, and tells when a level is left for another, with its parts.
 * <p>
 * A group is judged at once when an alert about it opens or gets graver and when it deals with a listed address; after
 * fills, positions, balances and further findings at the next TICK. Levels above low are reviewed in turn, so that what
 * decays is noticed. An instrument is judged once a second while it has events, and at
 * once when an alert about it opens or gets graver. Owned by the account stage's thread.
 */
public final class RiskMonitor implements AccountHandler
{
    /** What it is shown. */
    static final long KINDS = Kind.mask(Kind.TRADE, Kind.SWAP, Kind.BBO, Kind.MARK, Kind.INDEX, Kind.OPEN_INTEREST,
        Kind.LIQUIDATION, Kind.ADL, Kind.POSITION, Kind.MARGIN, Kind.DEPOSIT, Kind.WITHDRAW_REQUEST, Kind.WITHDRAW,
        Kind.TRANSFER, Kind.RATE, Kind.TICK);

    private static final long MARKET_KINDS = Kind.mask(Kind.TRADE, Kind.SWAP, Kind.BBO, Kind.MARK, Kind.INDEX,
        Kind.OPEN_INTEREST, Kind.LIQUIDATION, Kind.ADL);
    private static final int AHEAD = 32; // groups whose rows are loaded beside each other
    private static final int GROUPS_A_TICK = 64;
    private static final int INSTRUMENTS_A_TICK = 16;

    private final RiskConfig config;
    private final ReferenceData reference;
    private final RiskRecords records;
    private final RiskTable groups;
    private final Waiting waiting;
    private final PatternRisk pattern;
    private final InstrumentRisk instruments;
    private final Positions positions;
    private final AssetWorth assets;
    private final FillsAhead fills;
    private final PositionRisk position;
    private final ListedAddresses listed;
    private final ComplianceRisk compliance;
    private final Total total;
    private final Parts parts = new Parts();
    private final ControlFrames frames = new ControlFrames();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DetectionDecoder detection = new DetectionDecoder();
    private final int[] rows = new int[AHEAD]; // in the look-ahead
    private long touched; // depends on every load, so that the compiler keeps them
    private int nextGroup;
    private int nextInstrument;

    /**
     * Make it without any history.
     *
     * @param config    what decides.
     * @param reference of the account stage.
     * @param decisions to tell.
     */
    public RiskMonitor(final RiskConfig config, final ReferenceData reference, final DecisionSink decisions)
    {
        this.config = config;
        this.reference = reference;
        records = new RiskRecords(decisions);
        groups = new RiskTable(config.capacity().groups(), GroupWords.COUNT, new GroupKeeper());
        waiting = new Waiting(groups, config.capacity().groups());
        pattern = new PatternRisk(config.pattern(), groups, records);
        instruments = new InstrumentRisk(config.market(), reference);
        positions = new Positions(
            config.capacity().positions(), reference.instrumentCapacity(), groups, records);
        fills = new FillsAhead(reference.owners(), groups, positions);
        assets = new AssetWorth(reference);
        position = new PositionRisk(config.position(), groups, reference, instruments, positions, assets);
        listed = new ListedAddresses(config.capacity().listed(), records);
        compliance = new ComplianceRisk(config.compliance(), groups);
        total = new Total(config.total());
    }

    /**
     * Bytes of memory, all tables full.
     *
     * @param capacity    what may be kept.
     * @param instruments there can be.
     * @return about so many.
     */
    public static long bytes(final RiskCapacity capacity, final int instruments)
    {
        return RiskTable.bytes(capacity.groups(), GroupWords.COUNT) + 4L * capacity.groups() +
            Positions.bytes(capacity.positions()) + ListedAddresses.bytes(capacity.listed()) +
            InstrumentRisk.bytes(instruments) + 8L * instruments;
    }

    @Override
    public void onEvent(final MarketEvent event, final MarketView view)
    {
        final int kind = event.kind();
        records.at(event.sequence(), event.engineTimeNanos());
        if (kind == Kind.TICK)
        {
            onTick();
            return;
        }
        final int instrument = event.instrumentId();
        if (reference.instrument(instrument) == null)
        {
            return;
        }
        if ((MARKET_KINDS >>> kind & 1) != 0 && instruments.onEvent(event, view))
        {
            judgeInstrument(instrument);
        }
        switch (kind)
        {
            case Kind.TRADE -> onTrade(event, view);
            case Kind.SWAP -> onFill(event.venueId(), event.accountId(), instrument, signed(event));
            case Kind.POSITION -> onPosition(event);
            case Kind.MARGIN -> onMargin(event);
            case Kind.RATE -> assets.onRate(instrument, event.priceTicks());
            case Kind.DEPOSIT, Kind.WITHDRAW_REQUEST, Kind.WITHDRAW -> onOutside(event);
            case Kind.TRANSFER -> onDealing(event.venueId(), event.accountId(), event.counterAccountId());
            default ->
            {
                // It tells of the market alone.
            }
        }
    }

    @Override
    public void lookAhead(final MarketEvent event, final MarketView view)
    {
        if (event.kind() == Kind.TRADE)
        {
            fills.plan(event.venueId(), view.accountId(), event.instrumentId());
            fills.plan(event.venueId(), view.counterAccountId(), event.instrumentId());
        }
    }

    @Override
    public void touch()
    {
        fills.touch();
    }

    @Override
    public void onControl(final int templateId, final DirectBuffer buffer, final int offset)
    {
        records.at(ControlFrames.sequence(buffer, offset), ControlFrames.engineTimeNanos(buffer, offset));
        switch (templateId)
        {
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
                instruments.onInstrument(frames.decodeInstrument(buffer, offset));
            case IdAssignmentDecoder.TEMPLATE_ID -> listed.onId(buffer, offset);
            case SanctionDecoder.TEMPLATE_ID -> listed.onSanction(buffer, offset);
            default ->
            {
                // It tells nothing of risk.
            }
        }
    }

    @Override
    public void onDecision(final DirectBuffer buffer, final int offset, final int length)
    {
        if (ControlFrames.templateId(buffer, offset) != DetectionDecoder.TEMPLATE_ID)
        {
            return;
        }
        detection.wrapAndApplyHeader(buffer, offset, header);
        final int state = detection.state();
        if (state != DetectionState.FINDING.ordinal() && state != DetectionState.OPENED.ordinal() &&
            state != DetectionState.UPDATED.ordinal())
        {
            return;
        }
        records.at(detection.sequence(), detection.engineTime());
        final int venue = detection.venue();
        final int kind = detection.subjectKind();
        if (kind == SubjectKind.OWNER_GROUP.ordinal())
        {
            onDetection(state, groups.take(
                GroupWords.venueAndKind(venue, detection.ownerGroupKind()), detection.subject()));
        }
        else if (kind == SubjectKind.INSTRUMENT.ordinal())
        {
            onMarketDetection(state, detection.instrument());
        }
        else if (detection.subject() != Absent.UNKNOWN_ID)
        {
            final int one = groupOf(venue, detection.subject());
            onDetection(state, one);
            if (kind == SubjectKind.ACCOUNT_PAIR.ordinal() && detection.counterSubject() != Absent.UNKNOWN_ID)
            {
                final int other = groupOf(venue, detection.counterSubject());
                if (other != one)
                {
                    onDetection(state, other);
                }
            }
        }
    }

    @Override
    public void write(final StateWriter state)
    {
        groups.write(state);
        waiting.write(state);
        instruments.write(state);
        positions.write(state);
        assets.write(state);
        listed.write(state);
        state.putLong(nextGroup);
        state.putLong(nextInstrument);
    }

    @Override
    public void read(final StateReader state)
    {
        groups.read(state);
        waiting.read(state);
        instruments.read(state);
        positions.read(state);
        assets.read(state);
        listed.read(state);
        nextGroup = (int)state.getLong();
        nextInstrument = (int)state.getLong();
    }

    private void onDetection(final int state, final int group)
    {
        if (state == DetectionState.FINDING.ordinal())
        {
            pattern.onFinding(
                group, detection.detector(), detection.severity(), detection.score(), detection.engineTime());
            waiting.add(group);
            return;
        }
        if (state == DetectionState.OPENED.ordinal())
        {
            pattern.onOpened(group, detection.detector(), detection.alert(), detection.engineTime());
        }
        judgeGroup(group);
    }

    /** Something is out of the ordinary in a market, by nobody's doing that is known. */
    private void onMarketDetection(final int state, final int instrument)
    {
        if (reference.instrument(instrument) == null)
        {
            return;
        }
        if (state == DetectionState.FINDING.ordinal())
        {
            instruments.onFinding(
                instrument, config.pattern().pointsOf(detection.severity()), detection.score(), records.timeNanos());
        }
        else
        {
            judgeInstrument(instrument);
        }
    }

    private void onTick()
    {
        position.lookAround();
        for (int from = 0; from < waiting.count(); from += AHEAD)
        {
            final int to = Math.min(waiting.count(), from + AHEAD);
            lookAhead(from, to);
            for (int i = from; i < to; i++)
            {
                judgeGroup(waiting.group(i));
            }
        }
        position.lookAway();
        waiting.clear();
        for (int i = Math.min(GROUPS_A_TICK, groups.highWater()); i > 0; i--)
        {
            nextGroup = nextGroup + 1 >= groups.highWater() ? 0 : nextGroup + 1;
            if (groups.get(nextGroup, GroupWords.LEVEL) != 0 && groups.isTaken(nextGroup))
            {
                judgeGroup(nextGroup);
            }
        }
        for (int i = Math.min(INSTRUMENTS_A_TICK, reference.instrumentIdMax()); i > 0; i--)
        {
            nextInstrument = nextInstrument >= reference.instrumentIdMax() ? 1 : nextInstrument + 1;
            if (reference.instrument(nextInstrument) != null && instruments.level(nextInstrument) != 0)
            {
                judgeInstrument(nextInstrument);
            }
        }
    }

    private void onTrade(final MarketEvent event, final MarketView view)
    {
        final long lots = signed(event);
        final int venue = event.venueId();
        onFill(venue, view.accountId(), event.instrumentId(), -lots);
        onFill(venue, view.counterAccountId(), event.instrumentId(), lots);
        onDealing(venue, view.accountId(), view.counterAccountId());
    }

    /** Lots that the event's aggressor or trader got, below 0 gave; 0 where the side was not told. */
    private static long signed(final MarketEvent event)
    {
        return event.side() == Side.BUY ? event.quantityLots() : event.side() == Side.SELL ? -event.quantityLots() : 0;
    }

    private void onFill(final int venue, final long account, final int instrument, final long lots)
    {
        if (account != Absent.UNKNOWN_ID && lots != 0)
        {
            final int group = groupOf(venue, account);
            positions.onFill(group, account, instrument, lots);
            waiting.add(group);
        }
    }

    private void onPosition(final MarketEvent event)
    {
        if (event.accountId() != Absent.UNKNOWN_ID && (event.quantityLots() == 0 || event.side() != Side.NONE))
        {
            final int group = groupOf(event.venueId(), event.accountId());
            positions.onPosition(group, event.accountId(), event.instrumentId(), signed(event),
                event.value() == Absent.VALUE ? 0 : event.value());
            waiting.add(group);
        }
    }

    private void onMargin(final MarketEvent event)
    {
        if (event.accountId() != Absent.UNKNOWN_ID && event.value() != Absent.VALUE)
        {
            final int group = groupOf(event.venueId(), event.accountId());
            positions.onMargin(group, event.accountId(), event.instrumentId(), event.value());
            waiting.add(group);
        }
    }

    /** Something comes from outside, or is to go there. */
    private void onOutside(final MarketEvent event)
    {
        if (event.accountId() == Absent.UNKNOWN_ID)
        {
            return;
        }
        final int venue = event.venueId();
        if (event.kind() == Kind.WITHDRAW)
        {
            final int group = groupOf(venue, event.accountId());
            compliance.onWithdrawal(
                group, assets.usd(event.instrumentId(), event.quantityLots()), records.timeNanos());
            waiting.add(group);
        }
        if (listed.isListed(venue, IdSpace.REFERENCE, event.reference()) ||
            listed.isListed(venue, IdSpace.ACCOUNT, event.accountId()))
        {
            final int group = groupOf(venue, event.accountId());
            compliance.onListed(group);
            judgeGroup(group);
        }
    }

    /** Two accounts dealt with each other. */
    private void onDealing(final int venue, final long one, final long other)
    {
        final boolean oneListed = listed.isListed(venue, IdSpace.ACCOUNT, one);
        final boolean otherListed = listed.isListed(venue, IdSpace.ACCOUNT, other);
        if (oneListed || otherListed)
        {
            onDealing(venue, one, oneListed, otherListed);
            onDealing(venue, other, otherListed, oneListed);
        }
    }

    private void onDealing(
        final int venue, final long account, final boolean isListed, final boolean isCounterpartyListed)
    {
        if (account != Absent.UNKNOWN_ID)
        {
            final int group = groupOf(venue, account);
            if (isListed)
            {
                compliance.onListed(group);
            }
            if (isCounterpartyListed)
            {
                compliance.onListedCounterparty(group, records.timeNanos());
            }
            judgeGroup(group);
        }
    }

    private int groupOf(final int venue, final long account)
    {
        final OwnerGroups owners = reference.owners();
        final long named = owners.groupOf(venue, account);
        final int group = named == Absent.UNKNOWN_ID ?
            groups.take(GroupWords.venueAndKind(venue, OwnerGroups.KIND_SOLO), account) :
            groups.take(GroupWords.venueAndKind(venue, OwnerGroups.KIND_NAMED), named);
        groups.set(group, GroupWords.ROLE, owners.roleOf(venue, account));
        return group;
    }

    /** Load what judging the next groups that wait will need, so that they do not wait for memory one by one. */
    private void lookAhead(final int from, final int to)
    {
        for (int i = from; i < to; i++)
        {
            touched += groups.get(waiting.group(i), GroupWords.POSITIONS);
        }
        int count = 0;
        for (int i = from; i < to; i++)
        {
            if (!staysLow(waiting.group(i)))
            {
                rows[count++] = positions.first(waiting.group(i));
            }
        }
        touched += positions.touch(rows, count);
    }

    private void judgeGroup(final int group)
    {
        if (staysLow(group))
        {
            return;
        }
        final long timeNanos = records.timeNanos();
        parts.clear();
        final int patternPoints = pattern.judge(group, timeNanos, parts);
        final int positionPoints = position.judge(group, parts);
        final int compliancePoints = compliance.judge(group, timeNanos, position.exposureUsd(), parts);
        final int marketPoints = position.largestInstrument() == Absent.NO_INSTRUMENT ? 0 :
            instruments.points(position.largestInstrument());
        final int sum = total.of(patternPoints, compliancePoints, positionPoints, marketPoints, parts);
        final int before = (int)groups.get(group, GroupWords.LEVEL);
        final int level = config.total().levelOf(before, sum);
        if (level != before)
        {
            records.onGroupLevel(groups, group, level, sum, parts);
            groups.set(group, GroupWords.LEVEL, level);
        }
    }

    /**
     * Whether a group at the lowest level can only stay there: most have no findings, and what they hold need not be
     * looked at.
     */
    private boolean staysLow(final int group)
    {
        return groups.get(group, GroupWords.LEVEL) == 0 && pattern.isEmpty(group) && compliance.isEmpty(group) &&
            total.of(position.pointsMax(group), instruments.pointsMax()) < config.total().mediumTotal();
    }

    private void judgeInstrument(final int instrument)
    {
        parts.clear();
        final int points = instruments.judge(instrument, records.timeNanos(), parts);
        final int before = instruments.level(instrument);
        final int level = config.total().levelOf(before, points);
        if (level != before)
        {
            records.onInstrumentLevel(
                instrument, reference.instrument(instrument).venueId(), before, level, points, parts);
            instruments.level(instrument, level);
        }
    }

    /** A full table keeps the grave ones: of the oldest, the one at the lowest level gives way. */
    private final class GroupKeeper implements TableListener
    {
        @Override
        public long worth(final int slot)
        {
            return groups.get(slot, GroupWords.LEVEL) << 1 | groups.get(slot, GroupWords.SANCTIONED);
        }

        @Override
        public void onEviction(final int slot)
        {
            records.onLoss(LossListener.GROUPS, groups.get(slot, GroupWords.ID),
                groups.get(slot, GroupWords.LEVEL));
            positions.onGroupReleased(slot);
            if (groups.get(slot, GroupWords.WAITS) != 0)
            {
                waiting.remove(slot);
            }
        }
    }
}
