package fds.patterns.stuffing;

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

/** D16: bursts of order messages that hardly trade. */
public final class QuoteStuffingFactory implements DetectorFactory<QuoteStuffingConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D16", "Quote stuffing", 3, Typology.QUOTE_STUFFING, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.CANCEL, Kind.REPLACE, Kind.TRADE),
        EnumSet.of(Need.ORDERS, Need.QUOTES), EnumSet.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("messages_in_second", Unit.COUNT, ">="),
            new Predicate("message_share", Unit.PPM, ">="),
            new Predicate("top_changes", Unit.COUNT, ">="),
            new Predicate("top_change_share", Unit.PPM, ">="),
            new Predicate("cancel_ratio", Unit.PPM, ">="),
            new Predicate("trade_ratio", Unit.PPM, "<=")),
        List.of("rate", "flicker", "withdrawn", "untraded"),
        Tag.mask(Tag.MAR_A_E, Tag.MAR_A_F, Tag.MICA_91_3B_I, Tag.CFTC_4C_A_5_C),
        "Delegated Regulation 2016/522 Annex II, quote stuffing; published example of 60 best price changes in a burst",
        "Account {accounts} (owner group {owner_group}) sent {messages_in_second} order messages within a second on " +
            "{instrument} and withdrew nearly all of them ({cancel_ratio} withdrawn, {trade_ratio} traded).",
        "소유자 그룹 {owner_group}의 계정 {accounts}이(가) {instrument}에서 1초 동안 주문 메시지 {messages_in_second}건을 " +
            "내고 대부분 거두어들였습니다(취소 비율 {cancel_ratio}, 체결 비율 {trade_ratio}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public QuoteStuffingConfig defaults()
    {
        return QuoteStuffingConfig.DEFAULT;
    }

    @Override
    public Detector create(final QuoteStuffingConfig config, final long parametersHash, final StateLayout layout)
    {
        return new QuoteStuffingDetector(config, parametersHash, layout);
    }
}
