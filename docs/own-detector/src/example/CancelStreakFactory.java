package example;

import java.util.List;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** D500: an account that cancels and cancels, and trades nothing. Named in META-INF/services. */
public final class CancelStreakFactory implements DetectorFactory<CancelStreakConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D500", "Cancel streak", 1, Typology.QUOTE_STUFFING, Scope.INSTRUMENT, Kind.mask(Kind.CANCEL, Kind.TRADE),
        Set.of(Need.ORDERS), Set.of(Knowledge.ACCOUNTS, Knowledge.ORDER_BY_ORDER),
        List.of(new Predicate("cancels_in_a_row", Unit.COUNT, ">=")), List.of("length"), 0, "an example",
        "Account {accounts} cancelled {cancels_in_a_row} orders in a row on {instrument} and traded nothing.",
        "계정 {accounts}이(가) {instrument}에서 체결 없이 주문을 {cancels_in_a_row}건 연속 취소했습니다.");

    /** For the service loader. */
    public CancelStreakFactory()
    {
    }

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public CancelStreakConfig defaults()
    {
        return CancelStreakConfig.DEFAULT;
    }

    @Override
    public Detector create(final CancelStreakConfig config, final long parametersHash, final StateLayout layout)
    {
        return new CancelStreakDetector(config, parametersHash, layout);
    }
}
