package example;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An account that cancels many orders in a row on one instrument and trades nothing in between.
 * <p>
 * State: three words in the record of each account × instrument: cancels so far, the sequence of the first, the engine
 * time of the last. A fresh record is zero, and a record that goes to another account is cleared: nothing is inherited.
 * Re-arms at a trade, after a pause, and after it has told.
 */
public final class CancelStreakDetector implements Detector
{
    private static final int COUNT = 0;
    private static final int FIRST = 8;
    private static final int LAST_TIME = 16;

    private final CancelStreakConfig config;
    private final Finding finding;
    private final int words;

    CancelStreakDetector(final CancelStreakConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        finding = new Finding(CancelStreakFactory.INFO, parametersHash);
        words = layout.reserve(SlotKind.PAIR, 3);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.TRADE ->
            {
                forget(market, market.pairSlot());
                forget(market, market.counterPairSlot());
            }
            case Kind.CANCEL -> onCancel(event, market, findings);
            default ->
            {
                // Only the kinds of the declaration come.
            }
        }
    }

    private void onCancel(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final int pair = market.pairSlot();
        if (pair == Absent.NO_SLOT)
        {
            return; // nobody knows whose order it was
        }
        final UnsafeBuffer records = market.records(SlotKind.PAIR);
        final int at = market.recordAt(SlotKind.PAIR, pair) + words;
        final long now = event.engineTimeNanos();
        if (records.getLong(at + COUNT) == 0 || now - records.getLong(at + LAST_TIME) > config.gapNanos())
        {
            records.putLong(at + COUNT, 0);
            records.putLong(at + FIRST, event.sequence());
        }
        final long count = records.getLong(at + COUNT) + 1;
        records.putLong(at + COUNT, count);
        records.putLong(at + LAST_TIME, now);
        if (count >= config.cancelCount())
        {
            findings.onFinding(finding.begin(event)
                .subject(SubjectKind.ACCOUNT, market.accountId(), Absent.UNKNOWN_ID)
                .rate(Severity.LOW, 50)
                .scorePart(0, 50)
                .addAccount(market.accountId())
                .predicate(0, count, config.cancelCount(), true)
                .evidence(event.sequence(), EvidenceRole.CAUSE)
                .evidence(records.getLong(at + FIRST), EvidenceRole.FIRST));
            records.putLong(at + COUNT, 0);
        }
    }

    private void forget(final Market market, final int pair)
    {
        if (pair != Absent.NO_SLOT)
        {
            market.records(SlotKind.PAIR).putLong(market.recordAt(SlotKind.PAIR, pair) + words + COUNT, 0);
        }
    }
}
