package fds.patterns.churn;

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

/** D10: an owner who trades to and fro at a loss and is much of the volume. */
public final class ChurnFactory implements DetectorFactory<ChurnConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D10", "Uneconomic churn", 2, Typology.VOLUME_INFLATION, Scope.INSTRUMENT, Kind.mask(Kind.TRADE),
        EnumSet.of(Need.GROUPS, Need.VOLUME), EnumSet.of(Knowledge.ACCOUNTS),
        List.of(
            new Predicate("volume_share", Unit.PPM, ">="),
            new Predicate("net_share", Unit.PPM, "<="),
            new Predicate("direction_changes", Unit.COUNT, ">="),
            new Predicate("aggressor_share", Unit.PPM, ">="),
            new Predicate("loss_after_fees", Unit.NOTIONAL, ">="),
            new Predicate("notional_in_window", Unit.NOTIONAL, ">="),
            new Predicate("window", Unit.NANOS, "<=")),
        List.of("volume", "balance", "changes", "loss"),
        Tag.mask(Tag.MAR_A_A, Tag.MICA_91_2A, Tag.KR_10_2),
        "Seoul Southern District Court of 4 February 2026: repeated buys regardless of the market with no other " +
            "purpose than volume; the thresholds are proposals",
        "Owner group {owner_group} (account {accounts}) was {volume_share} of the volume of {instrument} within " +
            "{window}, changed sides {direction_changes} times, ended {net_share} from where it began, and gained " +
            "nothing by it.",
        "소유자 그룹 {owner_group}(계정 {accounts})이(가) {window} 동안 {instrument} 거래량의 {volume_share}를 차지했고 매수·매도를 " +
            "{direction_changes}회 바꾸었으나 순포지션 변화는 {net_share}이며 이익이 없었습니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public ChurnConfig defaults()
    {
        return ChurnConfig.DEFAULT;
    }

    @Override
    public Detector create(final ChurnConfig config, final long parametersHash, final StateLayout layout)
    {
        return new ChurnDetector(config, parametersHash, layout);
    }
}
