package fds.patterns.matched;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises orders of two owners that look agreed beforehand: on opposite sides, at one price, of one size, entered
 * within a second, and filled by each other. One is a coincidence; told are several within a day, when they are much of
 * what each of the two trades, or many times more than chance would bring the two together.
 * <p>
 * State: a count of the instrument's trades, and each group's {@link MatchRing}, written at a match only. Each further
 * match of the two is told. Chance is reckoned over the time since the first match that counts: their matches times all
 * trades, against the fills of the one times the fills of the other. An owner's own orders are the wash detectors'.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1, improper matched orders; the thresholds are proposals.
 */
public final class MatchedOrdersDetector implements Detector
{
    static final int MATCHES = 0;
    static final int ENTRY_GAP = 1;
    static final int SIZE_DIFFERENCE = 2;
    static final int FILLED = 3;
    static final int SHARE_OF_RESTING = 4;
    static final int SHARE_OF_AGGRESSOR = 5;
    static final int LIFT = 6;
    static final int MATCHES_FOR_LIFT = 7;

    private static final int MATCH_POINTS = 30;
    private static final int REPETITION_POINTS = 15; // and as many again at twice the count
    private static final int CHANCE_POINTS = 20;     // for the shares, and as many for the lift

    private final MatchedOrdersConfig config;
    private final MatchRing matches;
    private final int allTrades; // word of the instrument
    private final Finding finding;

    // of the match that is looked at
    private long gap;
    private long difference;
    private long larger;
    private long filled;
    private int count;
    private long restingFills;
    private long incomingFills;
    private long lift;

    MatchedOrdersDetector(final MatchedOrdersConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        matches = new MatchRing(layout);
        allTrades = layout.reserve(SlotKind.INSTRUMENT, 1);
        finding = new Finding(MatchedOrdersFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TRADE)
        {
            onTrade(event, market, findings);
        }
    }

    private void onTrade(final MarketEvent trade, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int word = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + allTrades;
        final long trades = memory.getLong(word) + 1;
        memory.putLong(word, trades);
        final int one = market.groupSlot();
        final int other = market.counterGroupSlot();
        if (one != SlotTable.NONE && other != SlotTable.NONE && one != other && !trade.has(Flags.STP) &&
            trade.side() != Side.NONE &&
            areAgreed(trade, market))
        {
            onMatch(trade, market, findings, trades);
        }
    }

    private boolean areAgreed(final MarketEvent trade, final Market market)
    {
        final int resting = market.orderSlot();
        final int incoming = market.counterOrderSlot();
        if (resting == SlotTable.NONE || incoming == SlotTable.NONE || resting == incoming ||
            market.orderPriceTicks(resting) == Absent.VALUE ||
            market.orderPriceTicks(resting) != market.orderPriceTicks(incoming))
        {
            return false;
        }
        final int tier = market.reference().tier(trade.instrumentId());
        gap = Math.abs(market.orderEntryTimeNanos(incoming) - market.orderEntryTimeNanos(resting));
        if (gap > config.gapNanos().of(tier))
        {
            return false;
        }
        final long restingLots = market.orderOpenLots(resting) + market.orderFilledLots(resting);
        final long incomingLots = market.orderOpenLots(incoming) + market.orderFilledLots(incoming);
        larger = Math.max(restingLots, incomingLots);
        difference = Math.abs(restingLots - incomingLots);
        filled = trade.quantityLots();
        return Ppm.atMost(difference, larger, config.quantityPpm().of(tier)) &&
            Ppm.atLeast(filled, larger, config.filledPpm().of(tier));
    }

    private void onMatch(final MarketEvent trade, final Market market, final FindingSink findings, final long trades)
    {
        final int one = market.groupSlot();
        final int other = market.counterGroupSlot();
        final long oneId = market.ownerGroupOf(market.pairSlot());
        final long otherId = market.ownerGroupOf(market.counterPairSlot());
        final int oneKind = market.ownerGroupKindOf(market.pairSlot());
        final int otherKind = market.ownerGroupKindOf(market.counterPairSlot());
        final long oneFills = market.fillCountOfGroup(one);
        final long otherFills = market.fillCountOfGroup(other);
        matches.of(market, other).add(trade, oneId, oneKind, otherFills - 1, oneFills - 1, trades - 1);
        matches.of(market, one).add(trade, otherId, otherKind, oneFills - 1, otherFills - 1, trades - 1);
        count = matches.find(trade.engineTimeNanos(), config.windowNanos(), otherId, otherKind);
        restingFills = oneFills - matches.word(count - 1, MatchRing.OWN_FILLS);
        incomingFills = otherFills - matches.word(count - 1, MatchRing.OTHER_FILLS);
        lift = liftPpm(count, trades - matches.word(count - 1, MatchRing.ALL_TRADES), restingFills, incomingFills);
        final int tier = market.reference().tier(trade.instrumentId());
        final boolean exclusive = count >= config.matchCount().of(tier) &&
            Ppm.atLeast(count, restingFills, config.ownSharePpm().of(tier)) &&
            Ppm.atLeast(count, incomingFills, config.ownSharePpm().of(tier));
        final boolean lifted = count >= config.liftMatchCount().of(tier) && lift >= config.liftPpm().of(tier);
        if (exclusive || lifted)
        {
            tell(trade, market, findings, tier, exclusive, lifted);
        }
    }

    /** Of the one's fills so many are with the other: against the other's part in all trades. */
    private static long liftPpm(final int matches, final long trades, final long oneFills, final long otherFills)
    {
        final long share = Ppm.of(matches, oneFills);
        return Math.multiplyHigh(share, trades) != 0 || share * trades < 0 ? Long.MAX_VALUE :
            share * trades / otherFills;
    }

    private void tell(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final int tier,
        final boolean exclusive,
        final boolean lifted)
    {
        final long least = config.matchCount().of(tier);
        final long ownShare = config.ownSharePpm().of(tier);
        final int repetition = REPETITION_POINTS + Score.share(count - least, least, REPETITION_POINTS);
        final int chance = (exclusive ? CHANCE_POINTS : 0) + (lifted ? CHANCE_POINTS : 0);
        final long restingShare = Ppm.of(count, restingFills);
        final long incomingShare = Ppm.of(count, incomingFills);
        final int pair = market.pairSlot();
        finding.begin(trade)
            .subject(SubjectKind.ACCOUNT_PAIR, Math.min(market.accountId(), market.counterAccountId()),
                Math.max(market.accountId(), market.counterAccountId()))
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .addAccount(market.counterAccountId())
            .first(matches.word(count - 1, MatchRing.SEQUENCE), matches.word(count - 1, MatchRing.VENUE_TIME))
            .rate(exclusive && lifted ? Severity.HIGH : Severity.MEDIUM, MATCH_POINTS + repetition + chance)
            .scorePart(0, MATCH_POINTS)
            .scorePart(1, repetition)
            .scorePart(2, chance)
            .predicate(MATCHES, count, least, count >= least)
            .predicate(ENTRY_GAP, gap, config.gapNanos().of(tier), true)
            .predicate(SIZE_DIFFERENCE, Ppm.of(difference, larger), config.quantityPpm().of(tier), true)
            .predicate(FILLED, Ppm.of(filled, larger), config.filledPpm().of(tier), true)
            .predicate(SHARE_OF_RESTING, restingShare, ownShare, restingShare >= ownShare)
            .predicate(SHARE_OF_AGGRESSOR, incomingShare, ownShare, incomingShare >= ownShare)
            .predicate(LIFT, lift, config.liftPpm().of(tier), lift >= config.liftPpm().of(tier))
            .predicate(MATCHES_FOR_LIFT, count, config.liftMatchCount().of(tier),
                count >= config.liftMatchCount().of(tier))
            .evidence(trade.sequence(), EvidenceRole.CAUSE);
        nameOrder(market, market.orderSlot());
        nameOrder(market, market.counterOrderSlot());
        for (int i = count - 1; i > 0; i--)
        {
            finding.evidence(matches.word(i, MatchRing.SEQUENCE), EvidenceRole.TRADE);
        }
        findings.onFinding(finding);
    }

    private void nameOrder(final Market market, final int order)
    {
        finding.evidence(market.orderEntrySequence(order), EvidenceRole.ORDER);
    }
}
