package fds.patterns.wash;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/**
 * Recognises the wash trade within one owner group: two accounts, one owner. Each is a finding, medium at once; high
 * when
 * what the group washed on the instrument within 24 hours is large, or many trades within minutes.
 * <p>
 * State is the group's {@link WashWindow}, to which the self-matches of the group's accounts add too, though they are
 * told
 * by the self-match detector alone: who alternates between both is one washer. Nothing re-arms.
 * <p>
 * Self-trade prevention works by account at most venues, so an order that asked for it excuses nothing here; only a
 * trade
 * that itself carries {@code stp}, one the venue undid, is no wash.
 * <p>
 * Source: Regulation (EU) 596/2014 Annex I A(c), no change in beneficial ownership; the catalogue's thresholds are
 * proposals.
 */
public final class GroupWashDetector implements Detector
{
    static final int SAME_OWNER = 0;
    static final int NOTIONAL = 1; // and two behind it

    private static final int OWNERSHIP_POINTS = 20;

    private final WashMeasure measure;
    private final WashWindow window;
    private final Finding finding;

    GroupWashDetector(final GroupWashConfig config, final long parametersHash, final StateLayout layout)
    {
        measure = new WashMeasure(config.notionalUsd(), config.volumeSharePpm(), config.matchCount(),
            config.countWindowNanos(), config.usualVolumeNanos());
        window = new WashWindow(layout);
        finding = new Finding(GroupWashFactory.INFO, parametersHash);
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
        if (!market.sameOwner(market.pairSlot(), market.counterPairSlot()) || trade.has(Flags.STP))
        {
            return;
        }
        window.of(market, market.groupSlot(), trade)
            .add(trade, market.notional(trade.priceTicks(), trade.quantityLots()));
        if (market.accountId() == market.counterAccountId())
        {
            return;
        }
        measure.measure(window, market, trade.instrumentId());

        final boolean habit = measure.isLarge() || measure.isRepeated();
        final int size = measure.sizePoints();
        final int repetition = measure.repetitionPoints();
        finding.begin(trade)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(market.pairSlot()), Absent.UNKNOWN_ID)
            .rate(habit ? Severity.HIGH : Severity.MEDIUM, OWNERSHIP_POINTS + size + repetition)
            .scorePart(0, OWNERSHIP_POINTS)
            .scorePart(1, size)
            .scorePart(2, repetition)
            .predicate(SAME_OWNER, 1, 1, true);
        measure.compare(finding, NOTIONAL);
        measure.describe(finding, window, market, trade);
        findings.onFinding(finding);
    }
}
