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

/** Open-interest jump: makes the detector, and says what it declares. */
public final class OpenInterestJumpFactory implements DetectorFactory<BasicShareConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D411", "Open-interest jump", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.OPEN_INTEREST),
        EnumSet.noneOf(Need.class), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("change", Unit.PPM, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "Open interest of {instrument} changed by {change} at once, {times_usual} of what is usual " +
            "there.",
        "{instrument}의 미결제약정이 한 번에 {change} 변했습니다(평소의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicShareConfig defaults()
    {
        return new BasicShareConfig(
            new Tiered(50_000, 100_000, 200_000), Tiered.of(10_000_000L), 20, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        return new OpenInterestJumpDetector(config, parametersHash, layout);
    }
}
