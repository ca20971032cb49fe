package fds.bench.peers;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Finding;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** The rules as the harness numbers them: what each declares, and how each is made. They need nothing kept for them. */
public enum PeerRule implements DetectorFactory<PeerRule.Config>
{
    /** R1: a trade within one owner. */
    WASH_TRADE(Typology.WASH_TRADE, Kind.mask(Kind.TRADE), SameOwnerTradeDetector::new),
    /** R2: a large order, a fill on the other side, a cancel. */
    SPOOFING(Typology.SPOOFING, Kind.mask(Kind.NEW, Kind.CANCEL, Kind.TRADE), LargeOrderCancelDetector::new),
    /** R3: many orders of which most are cancelled. */
    ORDER_BURST(Typology.QUOTE_STUFFING, Kind.mask(Kind.NEW, Kind.CANCEL), OrderBurstDetector::new);

    /** Their thresholds are the definition's own. */
    public record Config()
    {
    }

    /** Makes a detector that tells its findings in the one given, and keeps words in the layout. */
    private interface Constructor
    {
        Detector create(Finding finding, StateLayout layout);
    }

    private static final int FIRST_ID = 990;

    private final DetectorInfo info;
    private final Constructor constructor;

    PeerRule(final Typology typology, final long kinds, final Constructor constructor)
    {
        this.constructor = constructor;
        info = new DetectorInfo("D" + (FIRST_ID + number()), "peers rule " + number(), 1, typology, Scope.INSTRUMENT,
            kinds, Set.<Need>of(), Set.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
            List.of(new Predicate("messages", Unit.COUNT, ">=")), List.of(), 0, "the peers' harness, README.md", "",
                "");
    }

    /**
     * All rules, switched on.
     *
     * @return by number.
     */
    public static List<ConfiguredDetector<?>> all()
    {
        final Function<PeerRule, ConfiguredDetector<?>> configured =
            rule -> new ConfiguredDetector<>(rule, rule.defaults(), 0);
        return List.of(configured.apply(WASH_TRADE), configured.apply(SPOOFING), configured.apply(ORDER_BURST));
    }

    /**
     * The rule a finding's detector is.
     *
     * @param detector number of it.
     * @return the harness's number, 1 to 3 for one of these.
     */
    public static int numberOf(final int detector)
    {
        return detector - FIRST_ID;
    }

    /**
     * The harness's number.
     *
     * @return 1 to 3.
     */
    public int number()
    {
        return ordinal() + 1;
    }

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
        return constructor.create(new Finding(info, parametersHash), layout);
    }
}
