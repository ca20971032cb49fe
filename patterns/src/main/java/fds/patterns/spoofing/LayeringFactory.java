package fds.patterns.spoofing;

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

/** D14: orders on several levels that all go as soon as their owner has traded on the other side. */
public final class LayeringFactory implements DetectorFactory<LayeringConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D14", "Layering", 3, Typology.LAYERING, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.CANCEL, Kind.REPLACE, Kind.TICK),
        EnumSet.of(Need.ORDERS, Need.GROUPS, Need.BOOK, Need.FILLS, Need.SIZABLE),
        EnumSet.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("layers", Unit.COUNT, ">="),
            new Predicate("entry_span", Unit.NANOS, "<="),
            new Predicate("withdrawn_share", Unit.PPM, ">="),
            new Predicate("collapse", Unit.NANOS, "<="),
            new Predicate("opposite_share", Unit.PPM, "<="),
            new Predicate("concurrency", Unit.PPM, ">="),
            new Predicate("alert_score", Unit.COUNT, ">="),
            new Predicate("shown_again", Unit.PPM, "<="),
            new Predicate("withdrawal_span", Unit.PPM, "<=")),
        List.of("layers", "collapse", "withdrawn", "concurrency"),
        Tag.mask(Tag.MAR_A_F, Tag.MICA_91_3B_II, Tag.KR_10_2, Tag.CFTC_4C_A_5_C),
        "Delegated Regulation 2016/522 Annex II, layering and spoofing; CFTC v. Sarao for the shape",
        "Account {accounts} (owner group {owner_group}) withdrew orders on {layers} neighbouring levels of " +
            "{instrument} ({withdrawn_share} unfilled) within {collapse} of a fill of the group on the other side.",
        "소유자 그룹 {owner_group}의 계정 {accounts}이(가) {instrument}에서 인접한 {layers}개 호가의 주문을 반대편 체결 후 " +
            "{collapse} 안에 모두 거두어들였습니다(미체결 취소 비율 {withdrawn_share}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public LayeringConfig defaults()
    {
        return LayeringConfig.DEFAULT;
    }

    @Override
    public Detector create(final LayeringConfig config, final long parametersHash, final StateLayout layout)
    {
        return new LayeringDetector(config, parametersHash);
    }
}
