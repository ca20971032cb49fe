package fds.bench.peers;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/** R1: a trade whose accounts are equal or have one owner. Told about the taker, with the taker's order. No state. */
final class SameOwnerTradeDetector implements Detector
{
    private final Finding finding;

    SameOwnerTradeDetector(final Finding finding, final StateLayout layout)
    {
        this.finding = finding;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (market.sameOwner(market.pairSlot(), market.counterPairSlot()))
        {
            findings.onFinding(finding.begin(event)
                .subject(SubjectKind.ACCOUNT, event.counterAccountId(), event.counterOrderId())
                .rate(Severity.of(2), 80)
                .addAccount(event.counterAccountId())
                .evidence(event.sequence(), EvidenceRole.SELF_MATCH));
        }
    }
}
