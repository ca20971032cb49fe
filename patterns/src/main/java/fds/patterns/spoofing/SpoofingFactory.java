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

/** D13: a large order that is withdrawn once a smaller one of its owner's, on the other side, was filled. */
public final class SpoofingFactory implements DetectorFactory<SpoofingConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D13", "Spoofing", 3, Typology.SPOOFING, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.CANCEL, Kind.REPLACE, Kind.TICK),
        EnumSet.of(Need.ORDERS, Need.GROUPS, Need.BOOK, Need.BASELINES, Need.FILLS, Need.SIZABLE, Need.MOVES),
        EnumSet.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("size_multiple", Unit.COUNT, ">="),
            new Predicate("depth_share", Unit.PPM, ">="),
            new Predicate("filled_share", Unit.PPM, "<="),
            new Predicate("lifetime", Unit.NANOS, "<="),
            new Predicate("genuine_share", Unit.PPM, "<="),
            new Predicate("opposite_share", Unit.PPM, "<="),
            new Predicate("withdrawal_delay", Unit.NANOS, "<="),
            new Predicate("favourable_move", Unit.TICKS, ">="),
            new Predicate("alert_score", Unit.COUNT, ">="),
            new Predicate("remembered_in_window", Unit.COUNT, ">="),
            new Predicate("linked_share", Unit.PPM, ">="),
            new Predicate("shown_again", Unit.PPM, "<="),
            new Predicate("display_multiple", Unit.COUNT, ">="),
            new Predicate("display_share", Unit.PPM, ">="),
            new Predicate("single_share", Unit.PPM, ">=")),
        List.of("size", "speed", "genuine_fill", "move"),
        Tag.mask(Tag.MAR_A_F, Tag.MICA_91_3B_II, Tag.KR_10_2, Tag.CFTC_4C_A_5_C),
        "Delegated Regulation 2016/522 Annex II, layering and spoofing; CEA 4c(a)(5)(C); CFTC v. Mirae for the " +
            "seconds between fill and cancel",
        "Account {accounts} (owner group {owner_group}) withdrew a large order on {instrument} after {lifetime} " +
            "({size_multiple} times the mean order, {filled_share} filled), {withdrawal_delay} after a smaller order " +
            "of the group on the other side was filled.",
        "소유자 그룹 {owner_group}의 계정 {accounts}이(가) {instrument}에서 대량 주문(평균 주문의 {size_multiple}배, " +
            "체결 비율 {filled_share})을 {lifetime} 만에 거두어들였습니다. 반대편의 더 작은 주문이 체결된 지 {withdrawal_delay} 뒤의 " +
            "일입니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public SpoofingConfig defaults()
    {
        return SpoofingConfig.DEFAULT;
    }

    @Override
    public Detector create(final SpoofingConfig config, final long parametersHash, final StateLayout layout)
    {
        return new SpoofingDetector(config, parametersHash, layout);
    }
}
