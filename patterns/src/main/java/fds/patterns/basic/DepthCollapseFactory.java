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

/** Depth collapse: makes the detector, and says what it declares. */
public final class DepthCollapseFactory implements DetectorFactory<BasicShareConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D404", "Depth collapse", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.REPLACE, Kind.CANCEL, Kind.TRADE, Kind.BOOK, Kind.BOOK_CLEAR, Kind.BBO),
        EnumSet.of(Need.BOOK), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("missing_depth", Unit.PPM, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "The best five levels of {instrument} lacked {missing_depth} of their usual quantity, " +
            "{times_usual} of what they usually lack.",
        "{instrument}의 최우선 5개 호가 잔량이 평소보다 {missing_depth} 부족했습니다(평소 부족분의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicShareConfig defaults()
    {
        return new BasicShareConfig(
            new Tiered(800_000, 800_000, 800_000), Tiered.of(3_000_000L), 30, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        return new DepthCollapseDetector(config, parametersHash, layout);
    }
}
