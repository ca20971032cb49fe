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

/** D01: one account on both sides of a trade. */
public final class SelfMatchFactory implements DetectorFactory<SelfMatchConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D01", "Self-match", 1, Typology.WASH_TRADE, Scope.INSTRUMENT, Kind.mask(Kind.TRADE),
        EnumSet.of(Need.ORDERS, Need.GROUPS, Need.QUOTES, Need.VOLUME), EnumSet.of(Knowledge.ACCOUNTS),
        List.of(
            new Predicate("same_account", Unit.FLAG, "="),
            new Predicate("stp_requested", Unit.FLAG, "="),
            new Predicate("notional_in_day", Unit.NOTIONAL, ">="),
            new Predicate("matches_in_window", Unit.COUNT, ">="),
            new Predicate("notional_in_window", Unit.NOTIONAL, ">=")),
        List.of("ownership", "size", "repetition"),
        Tag.mask(Tag.MAR_A_C, Tag.MICA_91_2A, Tag.KR_10_2, Tag.CFTC_4C_A_1),
        "MAR Annex I A(c): no change in beneficial ownership; venue lists of self-match models",
        "Account {accounts} traded with itself on {instrument}, {matches_in_window} time(s) within the count window.",
        "계정 {accounts}이(가) {instrument}에서 자기 주문끼리 체결했습니다(집계 구간 내 {matches_in_window}회).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public SelfMatchConfig defaults()
    {
        return SelfMatchConfig.DEFAULT;
    }

    @Override
    public Detector create(final SelfMatchConfig config, final long parametersHash, final StateLayout layout)
    {
        return new SelfMatchDetector(config, parametersHash, layout);
    }
}
