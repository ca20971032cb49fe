package fds.patterns.wash;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.detector.Detector;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;

/**
 * Recognises the self-match: one account on both sides of a trade. Every one is a finding, low at first; medium when
 * the
 * group's self-matches on the instrument within 24 hours are large, or many within minutes. An unknown account equals
 * no
 * other.
 * <p>
 * State is the group's {@link WashWindow}; nothing re-arms, since every match is told and the episode gathers them.
 * <p>
 * Self-trade prevention: a trade that itself carries {@code stp} is one the venue undid, and is no match. A trade whose
 * order asked for prevention was not wanted by its owner: it is told as low, and adds nothing to the group's windows.
 * <p>
 * Source: Regulation (EU) 596/2014 Annex I A(c), no change in beneficial ownership; the catalogue's thresholds are
 * proposals.
 */
public final class SelfMatchDetector implements Detector
{
    static final int SAME_ACCOUNT = 0;
    static final int STP_REQUESTED = 1;
    static final int NOTIONAL = 2; // and two behind it

    private static final int OWNERSHIP_POINTS = 20;

    private final WashMeasure measure;
    private final WashWindow window;
    private final Finding finding;

    SelfMatchDetector(final SelfMatchConfig config, final long parametersHash, final StateLayout layout)
    {
        measure = new WashMeasure(config.notionalUsd(), config.volumeSharePpm(), config.matchCount(),
            config.countWindowNanos(), config.usualVolumeNanos());
        window = new WashWindow(layout);
        finding = new Finding(SelfMatchFactory.INFO, parametersHash);
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
        final long account = market.accountId();
        if (account == Absent.UNKNOWN_ID || account != market.counterAccountId() || trade.has(Flags.STP))
        {
            return;
        }
        window.of(market, market.groupSlot(), trade);
        final boolean unwanted = asked(market, market.orderSlot()) || asked(market, market.counterOrderSlot());
        if (!unwanted)
        {
            window.add(trade, market.notional(trade.priceTicks(), trade.quantityLots()));
        }
        measure.measure(window, market, trade.instrumentId());

        final boolean habit = !unwanted && (measure.isLarge() || measure.isRepeated());
        final int size = measure.sizePoints();
        final int repetition = measure.repetitionPoints();
        finding.begin(trade)
            .subject(SubjectKind.ACCOUNT, account, Absent.UNKNOWN_ID)
            .rate(habit ? Severity.MEDIUM : Severity.LOW, OWNERSHIP_POINTS + size + repetition)
            .scorePart(0, OWNERSHIP_POINTS)
            .scorePart(1, size)
            .scorePart(2, repetition)
            .predicate(SAME_ACCOUNT, 1, 1, true)
            .predicate(STP_REQUESTED, unwanted ? 1 : 0, 0, !unwanted);
        measure.compare(finding, NOTIONAL);
        measure.describe(finding, window, market, trade);
        findings.onFinding(finding);
    }

    private static boolean asked(final Market market, final int order)
    {
        return order != SlotTable.NONE && (market.orderFlags(order) & Flags.STP) != 0;
    }
}
