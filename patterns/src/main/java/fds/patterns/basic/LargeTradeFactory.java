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

/** Large trade: makes the detector, and says what it declares. */
public final class LargeTradeFactory implements DetectorFactory<BasicShareConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D407", "Large trade", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.TRADE),
        EnumSet.of(Need.VOLUME), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("share_of_volume", Unit.PPM, ">="), new Predicate("times_usual", Unit.PPM, ">=")),
        List.of("size", "times_usual"), Tag.mask(Tag.MICA_92_1),
        "basic layer: the market against its own last samples (docs/basic-patterns.md)",
        "One trade on {instrument} was {share_of_volume} of what traded in five minutes and " +
            "{times_usual} of a usual trade.",
        "{instrument}에서 한 건의 체결이 5분 거래대금의 {share_of_volume}이었습니다(평소 체결의 {times_usual}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BasicShareConfig defaults()
    {
        return new BasicShareConfig(
            new Tiered(200_000, 200_000, 200_000), Tiered.of(20_000_000L), 20, TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        return new LargeTradeDetector(config, parametersHash, layout);
    }
}
