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

/** Order-rate burst: makes the detector, and says what it declares. */
public final class OrderRateBurstFactory implements DetectorFactory<BasicCountConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D406", "Order-rate burst", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.ORDER_REQUEST, Kind.REPLACE, Kind.CANCEL),
        EnumSet.noneOf(Need.class), EnumSet.of(Knowledge.ORDER_BY_ORDER),
        List.of(new Predicate("messages_in_second", Unit.COUNT, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "{messages_in_second} order messages came within a second on {instrument}, {times_usual} of what " +
            "is usual there.",
        "{instrument}에 1초 동안 주문 메시지 {messages_in_second}건이 들어왔습니다(평소의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicCountConfig defaults()
    {
        return new BasicCountConfig(
            new Tiered(200, 100, 50), Tiered.of(10_000_000L), 30, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        return new OrderRateBurstDetector(config, parametersHash, layout);
    }
}
