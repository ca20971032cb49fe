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

/** Cancel-ratio jump: makes the detector, and says what it declares. */
public final class CancelRatioJumpFactory implements DetectorFactory<BasicCountConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D408", "Cancel-ratio jump", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.CANCEL, Kind.TRADE),
        EnumSet.noneOf(Need.class), EnumSet.of(Knowledge.ORDER_BY_ORDER),
        List.of(new Predicate("cancels_in_window", Unit.COUNT, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "{cancels_in_window} orders were cancelled within ten seconds on {instrument}; for each trade " +
            "{times_usual} of what is usual there.",
        "{instrument}에서 10초 동안 주문 {cancels_in_window}건이 취소되었습니다(체결당 평소의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicCountConfig defaults()
    {
        return new BasicCountConfig(
            new Tiered(100, 100, 50), Tiered.of(10_000_000L), 12, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        return new CancelRatioJumpDetector(config, parametersHash, layout);
    }
}
