package fds.patterns.matched;

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

/** D05: two orders of two owners that meet as if they had been agreed. */
public final class MatchedOrdersFactory implements DetectorFactory<MatchedOrdersConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D05", "Pre-arranged orders", 1, Typology.MATCHED_ORDERS, Scope.INSTRUMENT, Kind.mask(Kind.TRADE),
        EnumSet.of(Need.ORDERS, Need.GROUPS, Need.FILLS), EnumSet.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("matches_in_window", Unit.COUNT, ">="),
            new Predicate("entry_gap", Unit.NANOS, "<="),
            new Predicate("size_difference", Unit.PPM, "<="),
            new Predicate("filled_of_larger", Unit.PPM, ">="),
            new Predicate("share_of_resting", Unit.PPM, ">="),
            new Predicate("share_of_aggressor", Unit.PPM, ">="),
            new Predicate("lift", Unit.PPM, ">="),
            new Predicate("matches_for_lift", Unit.COUNT, ">=")),
        List.of("match", "repetition", "chance"),
        Tag.mask(Tag.MAR_A_C, Tag.MICA_91_2A, Tag.KR_10_2, Tag.CFTC_4C_A_1),
        "Delegated Regulation 2016/522 Annex II, improper matched orders; Korean stage-2 indicator of such trades",
        "Accounts {accounts} of two owners met {matches_in_window} times on {instrument} with orders of one price " +
            "and size entered within {entry_gap}.",
        "서로 다른 소유자의 계정 {accounts}이(가) {instrument}에서 같은 가격·같은 수량의 주문을 {entry_gap} 간격으로 내어 " +
            "{matches_in_window}회 체결했습니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public MatchedOrdersConfig defaults()
    {
        return MatchedOrdersConfig.DEFAULT;
    }

    @Override
    public Detector create(final MatchedOrdersConfig config, final long parametersHash, final StateLayout layout)
    {
        return new MatchedOrdersDetector(config, parametersHash, layout);
    }
}
