package fds.patterns.wash;

import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.Score;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotTable;

/**
 * The window condition of wash trades: much within a day, or often within minutes and not too little for the market.
 * Written anew for each match.
 */
final class WashMeasure
{
    private static final int SIZE_POINTS = 40;
    private static final int REPETITION_POINTS = 40;

    private final Tiered notionalUsd;
    private final Tiered volumeSharePpm;
    private final Tiered matchCount;
    private final long countWindowNanos;
    private final long usualVolumeNanos;

    private long notional;
    private long notionalThreshold;
    private int matches;
    private long matchesThreshold;
    private long windowNotional;
    private long usualNotional;

    WashMeasure(
        final Tiered notionalUsd,
        final Tiered volumeSharePpm,
        final Tiered matchCount,
        final long countWindowNanos,
        final long usualVolumeNanos)
    {
        this.notionalUsd = notionalUsd;
        this.volumeSharePpm = volumeSharePpm;
        this.matchCount = matchCount;
        this.countWindowNanos = countWindowNanos;
        this.usualVolumeNanos = usualVolumeNanos;
    }

    void measure(final WashWindow window, final Market market, final int instrumentId)
    {
        final int tier = market.reference().tier(instrumentId);
        final long floor = market.reference().notionalOfUsd(instrumentId, notionalUsd.of(tier));
        notional = window.dayNotional();
        notionalThreshold = floor == Absent.VALUE ? Absent.VALUE :
            Math.max(floor, Ppm.share(market.notionalDay(), volumeSharePpm.of(tier)));
        matches = window.count(countWindowNanos);
        matchesThreshold = matchCount.of(tier);
        windowNotional = window.notional(matches);
        usualNotional = market.usualNotional(usualVolumeNanos);
    }

    boolean isLarge()
    {
        return notionalThreshold != Absent.VALUE && notional >= notionalThreshold;
    }

    boolean isRepeated()
    {
        return matches >= matchesThreshold && windowNotional >= usualNotional;
    }

    int matches()
    {
        return matches;
    }

    int sizePoints()
    {
        return notionalThreshold == Absent.VALUE ? 0 : Score.share(notional, notionalThreshold, SIZE_POINTS);
    }

    int repetitionPoints()
    {
        return Score.share(matches, matchesThreshold, REPETITION_POINTS);
    }

    /** The three comparisons, from an index on. */
    void compare(final Finding finding, final int index)
    {
        finding
            .predicate(index, notional, notionalThreshold, isLarge())
            .predicate(index + 1, matches, matchesThreshold, matches >= matchesThreshold)
            .predicate(index + 2, windowNotional, usualNotional, windowNotional >= usualNotional);
    }

    /** What any wash trade names: the trade, its orders, the matches before it, the book, the owner and the sum. */
    void describe(final Finding finding, final WashWindow window, final Market market, final MarketEvent trade)
    {
        finding.evidence(trade.sequence(), EvidenceRole.CAUSE);
        nameOrder(finding, market, market.orderSlot());
        if (market.counterOrderSlot() != market.orderSlot())
        {
            nameOrder(finding, market, market.counterOrderSlot());
        }
        window.nameEarlier(finding, matches, trade.sequence());
        finding
            .ownerGroup(market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot()),
                market.reference().owners().version())
            .addAccount(market.accountId())
            .addAccount(market.counterAccountId())
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks())
            .benefit(BenefitMethod.WASHED_NOTIONAL, window.runHigh(), window.runLow());
    }

    private static void nameOrder(final Finding finding, final Market market, final int order)
    {
        if (order != SlotTable.NONE)
        {
            finding.evidence(market.orderEntrySequence(order), EvidenceRole.ORDER);
        }
    }
}
