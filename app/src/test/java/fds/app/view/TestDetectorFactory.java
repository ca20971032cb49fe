package fds.app.view;

import java.util.List;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Parameter;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** A detector that only declares itself: what the views read. */
public final class TestDetectorFactory implements DetectorFactory<TestDetectorFactory.Config>
{
    /** Its declaration. */
    public static final DetectorInfo INFO = new DetectorInfo("D901", "Test wash", 3, Typology.WASH_TRADE,
        Scope.INSTRUMENT, Kind.mask(Kind.TRADE, Kind.CANCEL), Set.of(Need.ORDERS), Set.of(Knowledge.ACCOUNTS),
        List.of(new Predicate("matches", Unit.COUNT, ">="), new Predicate("window", Unit.NANOS, "<="),
            new Predicate("share", Unit.PPM, ">="), new Predicate("notional", Unit.NOTIONAL, ">="),
            new Predicate("distance", Unit.TICKS, ">"), new Predicate("size", Unit.LOTS, ">="),
            new Predicate("same_owner", Unit.FLAG, "=")),
        List.of("repetition", "size"), Tag.mask(Tag.MAR_A_C, Tag.KR_10_2), "A test",
        "Accounts {accounts} of {owner_group} traded {matches} times on {instrument}, {notional}.",
        "계정 {accounts}이(가) {instrument}에서 {matches}회 거래했습니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public Config defaults()
    {
        return new Config(new Tiered(5, 4, 3), 60_000_000_000L, true);
    }

    @Override
    public Detector create(final Config config, final long parametersHash, final StateLayout layout)
    {
        return (event, market, findings) ->
        {
            // Only its declaration is read.
        };
    }

    /** Its parameters. */
    public record Config(
        @Parameter(unit = Unit.COUNT, min = 1, max = 1000, doc = "matches that are many") Tiered countMin,
        @Parameter(unit = Unit.NANOS, min = 1, max = 3_600_000_000_000L, doc = "length of the window") long windowNanos,
        @Parameter(unit = Unit.FLAG, max = 1, doc = "whether it counts") boolean counts)
    {
    }
}
