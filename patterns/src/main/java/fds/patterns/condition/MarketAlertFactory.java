package fds.patterns.condition;

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

/** D28: what Korean venues announce as market alerts. */
public final class MarketAlertFactory implements DetectorFactory<MarketAlertConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D28", "Market alert", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.TRADE, Kind.INDEX, Kind.DEPOSIT), EnumSet.noneOf(Need.class),
        EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(
            new Predicate("price_change", Unit.PPM, ">="),
            new Predicate("volume_rise", Unit.PPM, ">="),
            new Predicate("deposit_rise", Unit.PPM, ">="),
            new Predicate("index_gap", Unit.PPM, ">=")),
        List.of("conditions"), Tag.mask(Tag.KR_10_2),
        "DAXA market alert standards: price, volume and deposits, gap to other markets",
        "{instrument} is a market to be announced (price against 24 hours ago: {price_change}; volume above usual: " +
            "{volume_rise}; deposits above usual: {deposit_rise}; distance from the index: {index_gap}).",
        "{instrument}은(는) 시장경보 대상입니다(24시간 가격 변동: {price_change}, 평소 대비 거래량 증가: {volume_rise}, " +
            "입금 증가: {deposit_rise}, 지수와의 괴리: {index_gap}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public MarketAlertConfig defaults()
    {
        return MarketAlertConfig.DEFAULT;
    }

    @Override
    public Detector create(final MarketAlertConfig config, final long parametersHash, final StateLayout layout)
    {
        return new MarketAlertDetector(config, parametersHash, layout);
    }
}
