package fds.patterns.ratio;

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

/** D17: far more messages about orders than trades. */
public final class OrderToTradeFactory implements DetectorFactory<OrderToTradeConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D17", "Order-to-trade ratio", 2, Typology.ORDER_TO_TRADE_RATIO, Scope.INSTRUMENT,
        Kind.mask(Kind.CANCEL, Kind.REPLACE, Kind.TRADE), EnumSet.of(Need.ORDERS),
        EnumSet.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(
            new Predicate("order_to_trade", Unit.COUNT, ">="),
            new Predicate("order_to_trade_alert", Unit.COUNT, ">="),
            new Predicate("messages_in_window", Unit.COUNT, ">="),
            new Predicate("message_share", Unit.PPM, ">="),
            new Predicate("current_share", Unit.PPM, ">=")),
        List.of("ratio", "messages"),
        Tag.mask(Tag.MAR_A_F, Tag.MICA_91_3B_I),
        "Delegated Regulation 2016/522 Annex II, orders with no intention to execute; Delegated Regulation 2017/566 " +
            "for the ratio; five minutes as published by vendors",
        "Account {accounts} (owner group {owner_group}) sent {messages_in_window} messages about withdrawn or " +
            "changed orders on {instrument} within five minutes, {order_to_trade} for each trade.",
        "소유자 그룹 {owner_group}의 계정 {accounts}이(가) {instrument}에서 5분 동안 취소·정정 주문 메시지 " +
            "{messages_in_window}건을 냈습니다(체결 1건당 {order_to_trade}건).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public OrderToTradeConfig defaults()
    {
        return OrderToTradeConfig.DEFAULT;
    }

    @Override
    public Detector create(final OrderToTradeConfig config, final long parametersHash, final StateLayout layout)
    {
        return new OrderToTradeDetector(config, parametersHash, layout);
    }
}
