package fds.testkit.detector;

import static org.junit.jupiter.api.Assertions.assertThrows;

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
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.Typology;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import fds.testkit.event.Flow;
import fds.testkit.event.OrderFlow;
import org.junit.jupiter.api.Test;

/** The harness must see what is wrong: each detector here counts an account's trades, and has one fault. */
class DetectorContractTest
{
    private enum Fault
    {
        NONE, STATE_NOT_WRITTEN, STATE_NOT_FORGOTTEN, ALLOCATES, UNDECLARED_PREDICATE, WRONG_SCORE, MISCOUNTS
    }

    /**
     * Parameters that are not checked.
     *
     * @param trades that make a finding.
     */
    public record Config(@Parameter(unit = Unit.COUNT, min = 1, max = 9, doc = "trades") long trades)
    {
    }

    @Test
    void shouldPassASoundDetector() throws Exception
    {
        final Contract contract = new Contract(Fault.NONE);

        contract.shouldAgreeWithPlainDefinition();
        contract.shouldFindTheSameAfterRestore();
        contract.shouldForgetWhenSlotIsReused();
        contract.shouldNotAllocate();
        contract.shouldReportWhatItDeclares();
        contract.shouldSummariseWithDeclaredNames();
    }

    @Test
    void shouldSeeStateThatIsNotWritten()
    {
        assertThrows(AssertionError.class, () -> new Contract(Fault.STATE_NOT_WRITTEN).shouldFindTheSameAfterRestore());
    }

    @Test
    void shouldSeeStateThatOutlivesItsSlot()
    {
        assertThrows(AssertionError.class,
            () -> new Contract(Fault.STATE_NOT_FORGOTTEN).shouldForgetWhenSlotIsReused());
    }

    @Test
    void shouldSeeAllocation()
    {
        assertThrows(AssertionError.class, () -> new Contract(Fault.ALLOCATES).shouldNotAllocate());
    }

    @Test
    void shouldSeeWhatIsNotDeclared()
    {
        assertThrows(
            AssertionError.class, () -> new Contract(Fault.UNDECLARED_PREDICATE).shouldReportWhatItDeclares());
        assertThrows(AssertionError.class, () -> new Contract(Fault.WRONG_SCORE).shouldReportWhatItDeclares());
    }

    @Test
    void shouldSeeDisagreementUncheckedParametersAndMissingService()
    {
        assertThrows(AssertionError.class, () -> new Contract(Fault.MISCOUNTS).shouldAgreeWithPlainDefinition());
        assertThrows(AssertionError.class, () -> new Contract(Fault.NONE).shouldRefuseParametersOutOfRange());
        assertThrows(AssertionError.class, () -> new Contract(Fault.NONE).shouldBeFoundByServiceLoader());
    }

    private static final class Contract extends DetectorContract<Config>
    {
        private final Fault fault;

        private Contract(final Fault fault)
        {
            this.fault = fault;
        }

        @Override
        protected DetectorFactory<Config> factory()
        {
            return new Factory(fault);
        }

        @Override
        protected Config flowConfig()
        {
            return new Config(3);
        }

        @Override
        protected Detector oracle(final Config config)
        {
            final Map<Long, Long> trades = new HashMap<>();
            final Finding finding = new Finding(Factory.INFO, 77);
            return (event, market, findings) ->
            {
                if (market.accountId() != 0 && trades.merge(market.accountId(), 1L, Long::sum) % config.trades() == 0)
                {
                    findings.onFinding(Counter.fill(finding, event, market, Fault.NONE));
                }
            };
        }

        @Override
        protected Flow flow()
        {
            return new OrderFlow(5, 100, 3, 1, 1, 3, 0, 0);
        }
    }

    private static final class Factory implements DetectorFactory<Config>
    {
        private static final DetectorInfo INFO = new DetectorInfo(
            "D900", "Counter", 1, Typology.OTHER, Scope.INSTRUMENT, Kind.mask(Kind.TRADE), Set.of(), Set.of(),
            List.of(new Predicate("flag", Unit.FLAG, "=")), List.of("all"), 1, "here", "{flag}", "{flag} 건");

        private final Fault fault;

        private Factory(final Fault fault)
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
            return new Config(3);
        }

        @Override
        public Detector create(final Config config, final long parametersHash, final StateLayout layout)
        {
            return new Counter(fault, config.trades(), layout.reserve(SlotKind.PAIR, 1));
        }
    }

    private static final class Counter implements Detector
    {
        private final Fault fault;
        private final long trades;
        private final int offset;
        private final long[] outside = new long[2048]; // [pairSlot]
        private final Finding finding = new Finding(Factory.INFO, 77);
        private Object garbage;

        private Counter(final Fault fault, final long trades, final int offset)
        {
            this.fault = fault;
            this.trades = trades;
            this.offset = offset;
        }

        @Override
        public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
        {
            final int pair = market.pairSlot();
            if (pair < 0)
            {
                return;
            }
            if (fault == Fault.ALLOCATES)
            {
                garbage = new long[8];
            }
            final int at = market.recordAt(SlotKind.PAIR, pair) + offset;
            final boolean isOutside = fault == Fault.STATE_NOT_WRITTEN || fault == Fault.STATE_NOT_FORGOTTEN;
            final long count = isOutside ? ++outside[pair] : market.records(SlotKind.PAIR).getLong(at) + 1;
            market.records(SlotKind.PAIR).putLong(at, count);
            if (count % (fault == Fault.MISCOUNTS ? trades + 1 : trades) == 0)
            {
                findings.onFinding(fill(finding, event, market, fault));
            }
        }

        private static Finding fill(
            final Finding finding, final MarketEvent event, final Market market, final Fault fault)
        {
            return finding.begin(event).addAccount(market.accountId())
                .rate(Severity.LOW, fault == Fault.WRONG_SCORE ? 11 : 10)
                .scorePart(0, 10)
                .predicate(fault == Fault.UNDECLARED_PREDICATE ? 1 : 0, 1, 1, true)
                .evidence(event.sequence(), EvidenceRole.CAUSE);
        }
    }
}
