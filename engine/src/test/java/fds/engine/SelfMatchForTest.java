package fds.engine;

import java.util.List;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/** A small detector that uses every table: it tells trades within an owner group, with all that the market knows. */
final class SelfMatchForTest implements Detector
{
    record Config()
    {
    }

    static final class Factory implements DetectorFactory<Config>
    {
        private final DetectorInfo info = new DetectorInfo("D500", "test", 1, Typology.WASH_TRADE, Scope.INSTRUMENT,
            Kind.mask(Kind.TRADE, Kind.CANCEL),
            Set.of(Need.BOOK, Need.FILLS, Need.VOLUME, Need.BASELINES, Need.RETURNS, Need.VENUES),
            Set.of(Knowledge.ACCOUNTS), List.of(new Predicate("lots", Unit.LOTS, ">=")), List.of(), 0, "test", "", "");

        @Override
        public DetectorInfo info()
        {
            return info;
        }

        @Override
        public Config defaults()
        {
            return new Config();
        }

        @Override
        public Detector create(final Config config, final long parametersHash, final StateLayout layout)
        {
            return new SelfMatchForTest(new Finding(info, parametersHash), layout.reserve(SlotKind.GROUP, 1));
        }
    }

    private final Finding finding;
    private final int countWord;

    private SelfMatchForTest(final Finding finding, final int countWord)
    {
        this.finding = finding;
        this.countWord = countWord;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TRADE && market.sameOwner(market.pairSlot(), market.counterPairSlot()))
        {
            final int at = market.recordAt(SlotKind.GROUP, market.groupSlot()) + countWord;
            final long count = market.records(SlotKind.GROUP).getLong(at) + 1;
            market.records(SlotKind.GROUP).putLong(at, count);
            findings.onFinding(finding.begin(event)
                .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(market.pairSlot()), 0)
                .ownerGroup(market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot()), 0)
                .rate(Severity.of((int)Math.min(3, count / 4)), (int)Math.min(100, count))
                .addAccount(market.accountId())
                .addAccount(market.counterAccountId())
                .predicate(0, market.lots5m(), market.meanOrderLots(), true)
                .predicate(0, market.netLotsOfGroup(market.groupSlot()), market.notionalDay(), true)
                .predicate(0, market.liveOrdersOfGroup(market.groupSlot()), market.priceTicksBefore(2), true)
                .predicate(0, market.otherVenuesTicks(5_000_000_000L), market.phase(), true)
                .evidence(event.sequence(), EvidenceRole.SELF_MATCH)
                .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks()));
        }
    }
}
