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

/** Spread blow-out: makes the detector, and says what it declares. */
public final class SpreadBlowOutFactory implements DetectorFactory<BasicShareConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D403", "Spread blow-out", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.REPLACE, Kind.CANCEL, Kind.TRADE, Kind.BOOK, Kind.BOOK_CLEAR, Kind.BBO),
        EnumSet.of(Need.BOOK), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("spread", Unit.PPM, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "Best bid and best ask of {instrument} stood {spread} apart, {times_usual} of what is usual " +
            "there.",
        "{instrument}의 매수·매도 호가 차이가 {spread}까지 벌어졌습니다(평소의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicShareConfig defaults()
    {
        return new BasicShareConfig(
            new Tiered(1_000, 5_000, 20_000), Tiered.of(10_000_000L), 30, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        return new SpreadBlowOutDetector(config, parametersHash, layout);
    }
}
