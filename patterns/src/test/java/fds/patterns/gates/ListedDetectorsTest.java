package fds.patterns.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.owner.Role;
import fds.patterns.spoofing.SpoofingFactory;
import fds.patterns.wash.GroupWashFactory;
import fds.patterns.wash.SelfMatchFactory;
import fds.testkit.gate.Gate;
import fds.testkit.gate.Gates;
import fds.testkit.gate.Step;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One gate a detector: a new one stands here with its fixture, and passes all of them. */
class ListedDetectorsTest
{
    private static final long ALICE = 101;
    private static final long BOB = 102;
    private static final long OTHER = 900;
    private static final long MILLISECOND = 1_000_000L;
    private static final Consumer<TestMarket> MARKET = market -> market.define(TestMarket.instrument(1, 1, "USD"))
        .owner(ALICE, 77, Role.NONE).owner(BOB, 77, Role.NONE);

    static Stream<Gate<?>> listed()
    {
        return Stream.of(selfMatch(), groupWash(), spoofing());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void shouldPassAllGates(final Gate<?> gate)
    {
        Gates.pass(gate);
    }

    private static Gate<?> selfMatch()
    {
        return new Gate<>(new SelfMatchFactory(), new SelfMatchFactory().defaults(), MARKET, match(ALICE, ALICE, 0),
            List.of("CAUSE trade", "ORDER rest", "ORDER take"), List.of("trade"), Map.of(),
            List.of(match(ALICE, BOB, 0), match(ALICE, OTHER, 0)));
    }

    private static Gate<?> groupWash()
    {
        return new Gate<>(new GroupWashFactory(), new GroupWashFactory().defaults(), MARKET, match(ALICE, BOB, 0),
            List.of("CAUSE trade", "ORDER rest", "ORDER take"), List.of("trade"), Map.of(),
            List.of(match(ALICE, OTHER, 0), match(ALICE, ALICE, 0), match(ALICE, BOB, Flags.STP)));
    }

    /** An offer that another order of somebody takes. */
    private static List<Step> match(final long resting, final long incoming, final int flags)
    {
        return List.of(
            new Step("rest", 0, events -> events.order(Kind.NEW, 1, resting, Side.SELL, 10_000, 5)),
            new Step("take", MILLISECOND, events -> events.order(Kind.NEW, 2, incoming, Side.BUY, 10_000, 5)),
            new Step("trade", 0, events -> events.with(Flags.LAST | flags)
                .trade(1, resting, 2, incoming, Side.BUY, 10_000, 5)));
    }

    private static Gate<?> spoofing()
    {
        return new Gate<>(new SpoofingFactory(), new SpoofingFactory().defaults(), MARKET, display(Side.BUY, BOB),
            List.of("BIG_ORDER display", "CAUSE withdrawal", "GENUINE_FILL fill"),
            List.of("display", "fill", "withdrawal"),
            Map.of("lifetime", "lifetime_nanos", "withdrawal_delay", "withdrawal_nanos",
                "genuine_share", "genuine_share_ppm", "display_multiple", "display_multiple",
                "display_share", "display_share_ppm", "alert_score", "alert_score"),
            List.of(display(Side.SELL, BOB), display(Side.BUY, OTHER)));
    }

    /** Among a hundred orders of others: a bid or an offer is filled while Alice's large offer stands, which goes. */
    private static List<Step> display(final int filled, final long genuine)
    {
        final List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 100; i++)
        {
            final long order = 1_000 + i;
            final boolean isBid = i % 2 == 0;
            final long price = isBid ? 9_990 - i / 10 : 10_010 + i / 10;
            steps.add(Step.scenery(events -> events.with(Flags.LAST).order(
                Kind.NEW, order, 2_000 + order, isBid ? Side.BUY : Side.SELL, price, 100)));
        }
        final long at = filled == Side.BUY ? 9_991 : 10_009;
        steps.add(new Step("small", MILLISECOND, events -> events.with(Flags.LAST)
            .order(Kind.NEW, 2, genuine, filled, at, 100)));
        steps.add(new Step("display", MILLISECOND, events -> events.with(Flags.LAST)
            .order(Kind.NEW, 1, ALICE, Side.SELL, 10_012, 20_000)));
        steps.add(new Step("fill", 1_000 * MILLISECOND, events -> events.with(Flags.LAST)
            .trade(2, genuine, 0, OTHER + 1, filled == Side.BUY ? Side.SELL : Side.BUY, at, 100)));
        steps.add(new Step("withdrawal", 500 * MILLISECOND, events -> events.with(Flags.LAST)
            .order(Kind.CANCEL, 1, ALICE, Side.SELL, Absent.VALUE, Absent.VALUE)));
        return steps;
    }
}
