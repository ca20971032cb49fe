package fds.testkit.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Parameter;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.Typology;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/** Tells of a large order that is taken back after its owner was filled on the other side, with one fault or none. */
final class PlantedDetector implements Detector
{
    private static final DetectorInfo INFO = new DetectorInfo(
        "D901", "Planted", 1, Typology.SPOOFING, Scope.INSTRUMENT, Kind.mask(Kind.NEW, Kind.CANCEL, Kind.TRADE),
        Set.of(), Set.of(), List.of(new Predicate("large_order", Unit.LOTS, ">=")), List.of("all"), 1, "here",
        "{large_order}", "{large_order} 건");

    private final Fault fault;
    private final long largeLots;
    private final Map<Long, long[]> orders = new HashMap<>();  // lots, sequence by order
    private final Map<Long, long[]> fills = new HashMap<>();   // sequence of bought, of sold by owner
    private final Finding finding = new Finding(INFO, 77);

    private PlantedDetector(final Fault fault, final long largeLots)
    {
        this.fault = fault;
        this.largeLots = largeLots;
    }

    enum Fault
    {
        NONE, WRONG_SIDE, OFF_BY_ONE, IGNORES_OWNER_GROUPS
    }

    /**
     * Its parameter.
     *
     * @param largeLots from which an order is large.
     */
    public record Config(@Parameter(unit = Unit.LOTS, min = 1, max = 1_000_000, doc = "large order") long largeLots)
    {
    }

    /** Makes it. */
    static final class Factory implements DetectorFactory<Config>
    {
        private final Fault fault;

        Factory(final Fault fault)
        {
            this.fault = fault;
        }

        @Override
        public DetectorInfo info()
        {
            return INFO;
        }

        @Override
        public Config defaults()
        {
            return new Config(500);
        }

        @Override
        public Detector create(final Config config, final long parametersHash, final StateLayout layout)
        {
            return new PlantedDetector(fault, config.largeLots());
        }
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.NEW -> orders.put(event.orderId(), new long[] { event.quantityLots(), event.sequence() });
            case Kind.TRADE ->
            {
                final boolean isSold = event.side() == Side.BUY; // the resting side sells to an aggressor who buys
                fill(owner(market, market.pairSlot(), event.accountId()), isSold, event.sequence());
                fill(owner(market, market.counterPairSlot(), event.counterAccountId()), !isSold, event.sequence());
            }
            case Kind.CANCEL -> onCancel(event, market, findings);
            default ->
            {
            }
        }
    }

    private void fill(final long owner, final boolean isSold, final long sequence)
    {
        fills.computeIfAbsent(owner, each -> new long[2])[isSold ? 1 : 0] = sequence;
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings)
    {
        final long[] order = orders.remove(cancel.orderId());
        if (order == null || !(fault == Fault.OFF_BY_ONE ? order[0] > largeLots : order[0] >= largeLots))
        {
            return;
        }
        final boolean isSell = cancel.side() == Side.SELL;
        final boolean wantsSold = fault == Fault.WRONG_SIDE ? isSell : !isSell;
        final long filled = fills.getOrDefault(
            owner(market, market.pairSlot(), cancel.accountId()), new long[2])[wantsSold ? 1 : 0];
        if (filled > order[1])
        {
            findings.onFinding(finding.begin(cancel).addAccount(cancel.accountId()).rate(Severity.MEDIUM, 10)
                .scorePart(0, 10).predicate(0, order[0], largeLots, order[0] >= largeLots)
                .evidence(cancel.sequence(), EvidenceRole.CAUSE)
                .evidence(order[1], EvidenceRole.BIG_ORDER)
                .evidence(filled, EvidenceRole.GENUINE_FILL));
        }
    }

    private long owner(final Market market, final int pair, final long account)
    {
        return fault == Fault.IGNORES_OWNER_GROUPS || pair < 0 ? account : market.ownerGroupOf(pair);
    }
}
