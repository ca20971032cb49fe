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

/** Funding extreme: makes the detector, and says what it declares. */
public final class FundingExtremeFactory implements DetectorFactory<BasicShareConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D410", "Funding extreme", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.FUNDING),
        EnumSet.noneOf(Need.class), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("rate", Unit.PPM, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "The funding rate of {instrument} is {rate} in size for one interval, {times_usual} of what is " +
            "usual there.",
        "{instrument}의 펀딩 비율 크기가 한 구간에 {rate}입니다(평소의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicShareConfig defaults()
    {
        return new BasicShareConfig(
            new Tiered(1_000, 1_000, 3_000), Tiered.of(5_000_000L), 3, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        return new FundingExtremeDetector(config, parametersHash, layout);
    }
}
