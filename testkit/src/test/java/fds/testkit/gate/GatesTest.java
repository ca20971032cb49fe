package fds.testkit.gate;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.owner.Role;
import fds.testkit.gate.PlantedDetector.Fault;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.api.Test;

/** Three mutants of one detector, each of which must be caught, and the sound one, which must pass. */
class GatesTest
{
    private static final long SHOWS = 101;
    private static final long TRADES = 102;
    private static final long OWNER = 77;
    private static final long MILLISECOND = 1_000_000L;

    @Test
    void shouldPassASoundDetector()
    {
        Gates.pass(gate(Fault.NONE));
    }

    @Test
    void shouldCatchTheWrongSide()
    {
        assertThrows(AssertionError.class, () -> Gates.fires(gate(Fault.WRONG_SIDE)));
        assertThrows(AssertionError.class, () -> Gates.controlsAreSilent(gate(Fault.WRONG_SIDE)));
    }

    @Test
    void shouldCatchOffByOne()
    {
        Gates.fires(gate(Fault.OFF_BY_ONE));
        assertThrows(AssertionError.class, () -> Gates.limitsDecideToTheUnit(gate(Fault.OFF_BY_ONE)));
    }

    @Test
    void shouldCatchThatOwnerGroupsAreIgnored()
    {
        assertThrows(AssertionError.class, () -> Gates.fires(gate(Fault.IGNORES_OWNER_GROUPS)));
    }

    private static Gate<PlantedDetector.Config> gate(final Fault fault)
    {
        return new Gate<>(new PlantedDetector.Factory(fault), new PlantedDetector.Config(500),
            market -> market.define(TestMarket.instrument(1, 1, "USD"))
                .owner(SHOWS, OWNER, Role.NONE).owner(TRADES, OWNER, Role.NONE),
            fixture(Side.BUY), List.of("BIG_ORDER display", "GENUINE_FILL fill", "CAUSE withdrawal"),
            List.of("display", "fill", "withdrawal"), Map.of("large_order", "large_lots"),
            List.of(fixture(Side.SELL)));
    }

    /** A large offer, a small fill of the same owner on some side, and the offer is taken back. */
    private static List<Step> fixture(final int filled)
    {
        return new ArrayList<>(List.of(
            new Step("small", 0, events -> events.order(Kind.NEW, 2, TRADES, filled, 99, 10)),
            new Step("display", MILLISECOND, events -> events.order(Kind.NEW, 1, SHOWS, Side.SELL, 105, 1_000)),
            new Step("fill", MILLISECOND, events -> events.trade(
                2, TRADES, 3, 900, filled == Side.BUY ? Side.SELL : Side.BUY, 99, 10)),
            new Step("withdrawal", MILLISECOND, events -> events.order(
                Kind.CANCEL, 1, SHOWS, Side.SELL, 105, 1_000))));
    }
}
