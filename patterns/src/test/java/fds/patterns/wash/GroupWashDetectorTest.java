package fds.patterns.wash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.owner.Role;
import fds.testkit.detector.DetectorContract;
import fds.testkit.event.EventBuilder;
import fds.testkit.event.Flow;
import fds.testkit.event.OrderFlow;
import fds.testkit.finding.FindingRecorder;
import fds.testkit.finding.RecordedFinding;
import fds.testkit.finding.RecordedFinding.Compared;
import fds.testkit.finding.RecordedFinding.ScorePart;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupWashDetectorTest extends DetectorContract<GroupWashConfig>
{
    private static final long LEFT = 101;
    private static final long RIGHT = 102;
    private static final long STRANGER = 202;
    private static final long GROUP = 7;
    private static final long SECOND = 1_000_000_000L;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(1000 * SECOND);
    private final TestMarket market = market(GroupWashConfig.DEFAULT, recorder);

    @Override
    protected DetectorFactory<GroupWashConfig> factory()
    {
        return new GroupWashFactory();
    }

    @Override
    protected GroupWashConfig flowConfig()
    {
        return new GroupWashConfig(Tiered.of(20L), Tiered.of(200_000L), Tiered.of(4L), 60 * SECOND, 300 * SECOND);
    }

    @Override
    protected Detector oracle(final GroupWashConfig config)
    {
        return new PlainWash(true, GroupWashFactory.INFO, config.notionalUsd(), config.volumeSharePpm(),
            config.matchCount(), config.countWindowNanos(), config.usualVolumeNanos());
    }

    @Override
    protected Flow flow()
    {
        final OrderFlow orders = new OrderFlow(6, 2_000_000_000, 5, 2, 1, 6, 1, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(40) == 0 ? random.nextInt(30) * 3_600 * SECOND : 0);
            orders.next(random, builder);
        };
    }

    @Override
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"));
        for (final long base : new long[] { 0, 10_000 })
        {
            // Group 4 has the number of account 4, which is its own.
            market.owner(base + 1, base + 4, Role.NONE).owner(base + 2, base + 4, Role.NONE)
                .owner(base + 3, base + 4, Role.MARKET_MAKER);
        }
    }

    @BeforeEach
    void name()
    {
        market.owner(LEFT, GROUP, Role.NONE).owner(RIGHT, GROUP, Role.NONE);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellFirstTradeWithinGroupAsMedium()
    {
        market.handle(events.order(Kind.NEW, 1, LEFT, Side.SELL, 10_000, 5));
        market.handle(events.order(Kind.NEW, 2, RIGHT, Side.BUY, 10_000, 8));
        trade(1, LEFT, 2, RIGHT, 10_000, 5, Flags.LAST);

        assertEquals(List.of(new RecordedFinding(
            2, Severity.MEDIUM, 20 + 2 + 8, 3, 3, 1000 * SECOND - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.OWNER_GROUP, GROUP, 0, 1, GROUP, List.of(LEFT, RIGHT),
            List.of(new ScorePart(0, 20), new ScorePart(1, 2), new ScorePart(2, 8)),
            List.of(
                new Compared(GroupWashDetector.SAME_OWNER, 1, 1, true),
                new Compared(GroupWashDetector.NOTIONAL, 50_000, 1_000_000, false),
                new Compared(GroupWashDetector.NOTIONAL + 1, 1, 5, false),
                new Compared(GroupWashDetector.NOTIONAL + 2, 50_000, 0, true)),
            List.of("CAUSE 3", "ORDER 1", "ORDER 2"), 0, BenefitMethod.WASHED_NOTIONAL, BigInteger.valueOf(50_000),
            List.of(Absent.VALUE, 10_000L, 10_000L, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldRaiseToHighAtFifthMatchSelfMatchesIncluded()
    {
        for (int i = 0; i < 4; i++)
        {
            trade(0, LEFT, 0, LEFT, 10_000, 1, 0);
        }
        trade(0, LEFT, 0, RIGHT, 10_000, 1, 0);

        assertEquals("HIGH", severities());
        assertEquals(List.of("CAUSE 5", "SELF_MATCH 1", "SELF_MATCH 2", "SELF_MATCH 3", "SELF_MATCH 4"),
            recorder.findings().get(0).evidence());
    }

    @Test
    void shouldStayMediumAtFourMatches()
    {
        for (int i = 0; i < 4; i++)
        {
            trade(0, LEFT, 0, RIGHT, 10_000, 1, 0);
        }

        assertEquals("MEDIUM MEDIUM MEDIUM MEDIUM", severities());
    }

    @Test
    void shouldRaiseToHighAtTenThousandDollarsAndNotACentBelow()
    {
        trade(0, LEFT, 0, RIGHT, 999_999, 1, 0);
        trade(0, RIGHT, 0, LEFT, 1, 1, 0);

        assertEquals("MEDIUM HIGH", severities());
    }

    @Test
    void shouldTellWhenOrderAskedForSelfTradePrevention()
    {
        market.handle(events.with(Flags.STP).order(Kind.NEW, 1, LEFT, Side.SELL, 10_000, 5));
        trade(1, LEFT, 0, RIGHT, 10_000, 5, 0);
        trade(0, LEFT, 0, RIGHT, 10_000, 5, Flags.STP);

        assertEquals("MEDIUM", severities());
    }

    @Test
    void shouldStaySilentOnSelfMatchAlone()
    {
        trade(0, LEFT, 0, LEFT, 10_000, 5, 0);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldNotTakeNamedGroupForAccountOfItsNumber()
    {
        trade(0, LEFT, 0, GROUP, 10_000, 5, 0);
        trade(0, 0, 0, LEFT, 10_000, 5, 0);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldFollowAccountToItsNewGroup()
    {
        trade(0, LEFT, 0, STRANGER, 10_000, 5, 0);
        market.owner(STRANGER, GROUP, Role.NONE);
        trade(0, LEFT, 0, STRANGER, 10_000, 5, 0);
        market.owner(LEFT, Absent.UNKNOWN_ID, Role.NONE);
        trade(0, LEFT, 0, STRANGER, 10_000, 5, 0);

        assertEquals(List.of(2L), recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
    }

    /** Negative control: strangers who trade both ways, a market maker and those who hit it. */
    @Test
    void shouldStaySilentOnStrangers()
    {
        for (int i = 0; i < 50; i++)
        {
            trade(0, i % 2 == 0 ? LEFT : STRANGER, 0, i % 2 == 0 ? STRANGER : LEFT, 10_000, 500, 0);
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a fund moves between its own accounts, and the venue's prevention undoes each fill. */
    @Test
    void shouldStaySilentOnTradesThatSelfTradePreventionUndid()
    {
        for (int i = 0; i < 50; i++)
        {
            trade(0, LEFT, 0, RIGHT, 10_000, 500, Flags.STP);
        }

        assertEquals(List.of(), recorder.findings());
    }

    private void trade(
        final long restingOrder,
        final long resting,
        final long incomingOrder,
        final long incoming,
        final long price,
        final long lots,
        final int flags)
    {
        market.handle(events.with(flags)
            .trade(restingOrder, resting, incomingOrder, incoming, Side.BUY, price, lots));
    }

    private String severities()
    {
        return recorder.findings().stream().map(f -> f.severity().name()).collect(Collectors.joining(" "));
    }
}
