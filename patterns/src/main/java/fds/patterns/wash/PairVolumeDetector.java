package fds.patterns.wash;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Int128;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises two owners who trade with each other back and forth: as much one way as the other, much of what the market
 * trades from their first trade on, and half or more of all that each of them trades. Who makes a market for many, or
 * prefers one maker, does not.
 * <p>
 * State: each group's {@link Counterparties} and the instrument's volume so far. The hour
 * is judged at each trade of two known groups; day and week at their second and each eighth trade of an hour, so that
 * strangers who meet once touch nothing but the hour. Two are told again when their trades within the hour have
 * doubled. One owner's own groups are another detector's.
 * <p>
 * Source: Victor and Weintraud, "Detecting and quantifying wash trading on decentralized cryptocurrency exchanges",
 * 2021 (1 % margin; an hour, a day, a week); the other thresholds are proposals.
 */
public final class PairVolumeDetector implements Detector
{
    static final int WINDOW = 0;
    static final int TRADES = 1;
    static final int NOTIONAL = 2;
    static final int IMBALANCE = 3;
    static final int SHARE_OF_RESTING = 4;
    static final int SHARE_OF_AGGRESSOR = 5;

    private static final int LONGER_WINDOWS_EVERY = 8;
    private static final int SIZE_POINTS = 15;      // and as many again at twice the threshold
    private static final int BALANCE_POINTS = 15;   // and as many again when it is exact
    private static final int EXCLUSIVE_POINTS = 20; // and as many again when both trade with nobody else

    private final PairVolumeConfig config;
    private final Counterparties resting;
    private final Counterparties incoming;
    private final int volume; // word of the instrument: scaled notional so far
    private final Int128 washed = new Int128();
    private final Finding finding;

    // of the two, over the windows looked at so far: written anew at each trade
    private long bought;
    private long sold;
    private long notional;
    private long trades;
    private long firstSequence;
    private long firstVenueTimeNanos;
    private long lastSequence;
    private long restingLots;
    private long incomingLots;
    private long marketNotional;
    private long least;

    PairVolumeDetector(final PairVolumeConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        resting = new Counterparties(layout);
        incoming = new Counterparties(resting);
        volume = layout.reserve(SlotKind.INSTRUMENT, 1);
        finding = new Finding(PairVolumeFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TRADE && !event.has(Flags.STP))
        {
            onTrade(event, market, findings);
        }
    }

    private void onTrade(final MarketEvent trade, final Market market, final FindingSink findings)
    {
        final long traded = market.notional(trade.priceTicks(), trade.quantityLots());
        final long before = addVolume(market, traded);
        final int one = market.groupSlot();
        final int other = market.counterGroupSlot();
        if (one != SlotTable.NONE)
        {
            resting.of(market, one, trade).addTotal(trade.quantityLots());
        }
        if (other != SlotTable.NONE && other != one)
        {
            incoming.of(market, other, trade).addTotal(trade.quantityLots());
            if (one != SlotTable.NONE && trade.side() != Side.NONE)
            {
                onPair(trade, market, findings, traded, before);
            }
        }
    }

    private void onPair(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final long traded,
        final long before)
    {
        final long one = market.ownerGroupOf(market.pairSlot());
        final long other = market.ownerGroupOf(market.counterPairSlot());
        final int oneKind = market.ownerGroupKindOf(market.pairSlot());
        final int otherKind = market.ownerGroupKindOf(market.counterPairSlot());
        final long lots = trade.side() == Side.SELL ? trade.quantityLots() : -trade.quantityLots();
        incoming.add(one, oneKind, -lots, traded, before, trade);
        lastSequence = resting.add(other, otherKind, lots, traded, before, trade);
        final long count = resting.tradesInHour(other, otherKind);
        final long told = resting.told(other, otherKind);
        if (told != 0 && count < 2 * told)
        {
            return;
        }
        final int windows = count == 2 || count % LONGER_WINDOWS_EVERY == 0 ? Counterparties.WINDOWS : 1;
        clear();
        for (int window = 0; window < windows; window++)
        {
            addWindow(window, other, otherKind, before + traded);
            if (holds(trade, market))
            {
                tell(trade, market, findings, window);
                resting.tell(other, otherKind);
                incoming.tell(one, oneKind);
                return;
            }
        }
    }

    private void clear()
    {
        bought = 0;
        sold = 0;
        notional = 0;
        trades = 0;
        restingLots = 0;
        incomingLots = 0;
    }

    /** What is in a window beyond the shorter one. */
    private void addWindow(final int window, final long other, final int otherKind, final long all)
    {
        final int entry = resting.entry(window, other, otherKind);
        if (entry >= 0)
        {
            bought += resting.word(entry, Counterparties.BOUGHT);
            sold += resting.word(entry, Counterparties.SOLD);
            notional += resting.word(entry, Counterparties.NOTIONAL);
            trades += resting.trades(entry);
            firstSequence = resting.word(entry, Counterparties.FIRST);
            firstVenueTimeNanos = resting.word(entry, Counterparties.FIRST + 8);
            marketNotional = all - resting.marketBefore(entry);
        }
        restingLots += resting.totalLots(window);
        incomingLots += incoming.totalLots(window);
    }

    private boolean holds(final MarketEvent trade, final Market market)
    {
        final int tier = market.reference().tier(trade.instrumentId());
        if (trades < config.tradeCount().of(tier) ||
            !Ppm.atMost(Math.abs(bought - sold), bought + sold, config.imbalancePpm().of(tier)) ||
            !Ppm.atLeast(bought + sold, restingLots, config.ownSharePpm().of(tier)) ||
            !Ppm.atLeast(bought + sold, incomingLots, config.ownSharePpm().of(tier)))
        {
            return false;
        }
        final long floor = market.reference().notionalOfUsd(trade.instrumentId(), config.notionalUsd().of(tier));
        least = floor == Absent.VALUE ? Absent.VALUE :
            Math.max(floor, Ppm.share(marketNotional, config.volumeSharePpm().of(tier)));
        return least != Absent.VALUE && notional >= least;
    }

    private void tell(final MarketEvent trade, final Market market, final FindingSink findings, final int window)
    {
        final int tier = market.reference().tier(trade.instrumentId());
        final long both = bought + sold;
        final long imbalance = Ppm.of(Math.abs(bought - sold), both);
        final long restingShare = Ppm.of(both, restingLots);
        final long incomingShare = Ppm.of(both, incomingLots);
        final long lesserShare = Math.min(restingShare, incomingShare);
        final long ownShare = config.ownSharePpm().of(tier);
        final long limit = config.imbalancePpm().of(tier);
        final int size = SIZE_POINTS + Score.share(notional - least, least, SIZE_POINTS);
        final int balance = BALANCE_POINTS + Score.share(limit - imbalance, limit, BALANCE_POINTS);
        final int exclusive = EXCLUSIVE_POINTS + Score.share(lesserShare - ownShare, Ppm.ONE - ownShare,
            EXCLUSIVE_POINTS);
        final int pair = market.pairSlot();
        final long length = PairVolumeConfig.WINDOW_NANOS[window];
        washed.clear();
        washed.addProduct(notional, 1L << market.reference().notionalShift(trade.instrumentId()));
        finding.begin(trade)
            .subject(SubjectKind.ACCOUNT_PAIR, Math.min(market.accountId(), market.counterAccountId()),
                Math.max(market.accountId(), market.counterAccountId()))
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .addAccount(market.counterAccountId())
            .first(firstSequence, firstVenueTimeNanos)
            .rate(lesserShare >= config.highOwnSharePpm().of(tier) ? Severity.HIGH : Severity.MEDIUM,
                size + balance + exclusive)
            .scorePart(0, size)
            .scorePart(1, balance)
            .scorePart(2, exclusive)
            .predicate(WINDOW, length, length, true)
            .predicate(TRADES, trades, config.tradeCount().of(tier), true)
            .predicate(NOTIONAL, notional, least, true)
            .predicate(IMBALANCE, imbalance, limit, true)
            .predicate(SHARE_OF_RESTING, restingShare, ownShare, true)
            .predicate(SHARE_OF_AGGRESSOR, incomingShare, ownShare, true)
            .evidence(trade.sequence(), EvidenceRole.CAUSE)
            .evidence(firstSequence, EvidenceRole.FIRST)
            .benefit(BenefitMethod.WASHED_NOTIONAL, washed.high(), washed.low());
        if (lastSequence != 0 && lastSequence != firstSequence)
        {
            finding.evidence(lastSequence, EvidenceRole.TRADE);
        }
        finding.moreEvidence(trades - finding.evidenceCount());
        findings.onFinding(finding);
    }

    /** The scaled notional that was traded before. */
    private long addVolume(final Market market, final long traded)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int word = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + volume;
        final long before = memory.getLong(word);
        memory.putLong(word, before + traded);
        return before;
    }
}
