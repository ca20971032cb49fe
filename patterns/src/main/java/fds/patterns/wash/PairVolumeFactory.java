package fds.patterns.wash;

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

/** D03: two owners who sell to each other what they bought from each other. */
public final class PairVolumeFactory implements DetectorFactory<PairVolumeConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D03", "Pair volume matching", 2, Typology.WASH_TRADE, Scope.INSTRUMENT, Kind.mask(Kind.TRADE),
        EnumSet.of(Need.GROUPS), EnumSet.of(Knowledge.ACCOUNTS),
        List.of(
            new Predicate("window", Unit.NANOS, "="),
            new Predicate("trades_in_window", Unit.COUNT, ">="),
            new Predicate("notional_in_window", Unit.NOTIONAL, ">="),
            new Predicate("imbalance", Unit.PPM, "<="),
            new Predicate("share_of_resting", Unit.PPM, ">="),
            new Predicate("share_of_aggressor", Unit.PPM, ">=")),
        List.of("size", "balance", "exclusivity"),
        Tag.mask(Tag.MAR_A_C, Tag.MICA_91_2A, Tag.KR_10_2, Tag.CFTC_4C_A_1),
        "Victor and Weintraud 2021: volumes within 1 %, windows of an hour, a day and a week; MAR Annex I A(c)",
        "Accounts {accounts} traded {trades_in_window} times with each other on {instrument} within {window}, to and " +
            "fro within {imbalance}, at least {share_of_resting} and {share_of_aggressor} of all they traded.",
        "계정 {accounts}이(가) {instrument}에서 {window} 동안 서로 {trades_in_window}회 거래했고 양방향 물량 차이는 " +
            "{imbalance}에 불과합니다(각자 거래량의 {share_of_resting}, {share_of_aggressor}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public PairVolumeConfig defaults()
    {
        return PairVolumeConfig.DEFAULT;
    }

    @Override
    public Detector create(final PairVolumeConfig config, final long parametersHash, final StateLayout layout)
    {
        return new PairVolumeDetector(config, parametersHash, layout);
    }
}
