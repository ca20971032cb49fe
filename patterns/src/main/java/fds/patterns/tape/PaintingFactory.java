package fds.patterns.tape;

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

/** D12: many small trades of one owner where hardly anybody trades. */
public final class PaintingFactory implements DetectorFactory<PaintingConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D12", "Painting the tape", 1, Typology.PAINTING_THE_TAPE, Scope.INSTRUMENT, Kind.mask(Kind.TRADE),
        EnumSet.of(Need.GROUPS, Need.BASELINES), EnumSet.of(Knowledge.ACCOUNTS),
        List.of(
            new Predicate("small_trades_in_minute", Unit.COUNT, ">="),
            new Predicate("share_of_trades", Unit.PPM, ">="),
            new Predicate("trades_otherwise", Unit.COUNT, "<=")),
        List.of("count", "share", "quiet"),
        Tag.mask(Tag.MAR_A_A, Tag.MICA_91_2A, Tag.KR_10_2),
        "Delegated Regulation 2016/522 Annex II, painting the tape; the thresholds are proposals",
        "Account {accounts} (owner group {owner_group}) made {small_trades_in_minute} small trades on {instrument} " +
            "within a minute, {share_of_trades} of all, where others hardly trade.",
        "소유자 그룹 {owner_group}의 계정 {accounts}이(가) 거래가 거의 없는 {instrument}에서 1분 동안 소액 체결 " +
            "{small_trades_in_minute}건(전체의 {share_of_trades})을 만들었습니다.");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public PaintingConfig defaults()
    {
        return PaintingConfig.DEFAULT;
    }

    @Override
    public Detector create(final PaintingConfig config, final long parametersHash, final StateLayout layout)
    {
        return new PaintingDetector(config, parametersHash, layout);
    }
}
