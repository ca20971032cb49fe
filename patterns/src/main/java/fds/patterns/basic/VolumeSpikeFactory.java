package fds.patterns.basic;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** Volume spike: makes the detector, and says what it declares. */
public final class VolumeSpikeFactory implements DetectorFactory<BasicCountConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D402", "Volume spike", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.TRADE),
        EnumSet.noneOf(Need.class), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("trades_in_window", Unit.COUNT, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "{trades_in_window} trades within ten seconds on {instrument} made {times_usual} of the usual " +
            "volume.",
        "{instrument}에서 10초 동안 {trades_in_window}건이 체결되어 거래대금이 평소의 {times_usual}에 이르렀습니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicCountConfig defaults()
    {
        return new BasicCountConfig(
            new Tiered(20, 20, 10), Tiered.of(10_000_000L), 12, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        return new VolumeSpikeDetector(config, parametersHash, layout);
    }
}
