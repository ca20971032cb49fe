package fds.patterns.erroneous;

import java.util.EnumSet;
import java.util.List;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** D43: orders that look like mistakes, before they trade. */
public final class FatFingerFactory implements DetectorFactory<FatFingerConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D43", "Erroneous order", 4, Typology.FAT_FINGER, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.ORDER_REQUEST, Kind.TRADE), EnumSet.of(Need.QUOTES, Need.VOLUME, Need.BASELINES),
        EnumSet.of(Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("price_deviation", Unit.PPM, ">="),
            new Predicate("book_slippage", Unit.PPM, ">="),
            new Predicate("times_own_maximum", Unit.COUNT, ">="),
            new Predicate("order_notional", Unit.NOTIONAL, ">="),
            new Predicate("own_orders", Unit.COUNT, ">="),
            new Predicate("own_history", Unit.NANOS, ">=")),
        List.of("price", "slippage", "quantity"),
        Tag.mask(Tag.MICA_76_7D),
        "MiCA Article 76(7)(d): reject clearly erroneous orders and those beyond price and volume thresholds",
        "An order of account {accounts} on {instrument} looks like a mistake (beyond the reference price: " +
            "{price_deviation}; through the book: {book_slippage}; times its own largest: {times_own_maximum}).",
        "{instrument}에서 계정 {accounts}이(가) 낸 주문이 착오로 보입니다(기준가 이탈: {price_deviation}, " +
            "호가 소진에 따른 가격 이탈: {book_slippage}, 본인 최대 주문 대비 배수: {times_own_maximum}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public FatFingerConfig defaults()
    {
        return FatFingerConfig.DEFAULT;
    }

    @Override
    public Detector create(final FatFingerConfig config, final long parametersHash, final StateLayout layout)
    {
        return new FatFingerDetector(config, parametersHash, layout);
    }
}
