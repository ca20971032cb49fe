package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
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

/** A market with one basic pattern at its defaults, and what the fixtures say to it. */
abstract class BasicContract<C extends Record> extends DetectorContract<C>
{
    static final long SECOND = 1_000_000_000L;

    private static final long START = 1_000_000 * SECOND;
    private static final long NONE = Absent.VALUE;

    final FindingRecorder recorder = new FindingRecorder();
    final EventBuilder events = new EventBuilder().at(START);

    private TestMarket market;
    private long orders;

    @BeforeEach
    void open()
    {
        market = market(factory().defaults(), recorder);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Override
    protected Flow flow()
    {
        return new OrderFlow(4, 2_000_000_000, 3, 2, 1, 3, 4, 0);
    }

    final TestMarket market()
    {
        return market;
    }

    final void trade(final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).trade(0, 1, 0, 2, Side.BUY, price, lots));
    }

    final void enter()
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, 1 + orders % 7, Side.BUY, 9_000, 1));
    }

    final void cancel()
    {
        market.handle(events.with(Flags.LAST).order(Kind.CANCEL, ++orders, 1, Side.BUY, NONE, NONE));
    }

    final void quote(final int side, final long price)
    {
        market.handle(events.with(Flags.LAST).price(Kind.BBO, side, price, 10));
    }

    /** Both best prices in one message. */
    final void quotes(final long bid, final long ask)
    {
        market.handle(events.price(Kind.BBO, Side.BUY, bid, 10));
        quote(Side.SELL, ask);
    }

    /** Five levels a side, of so many lots each, in one message. */
    final void book(final long bidLots, final long askLots)
    {
        for (int level = 0; level < 5; level++)
        {
            market.handle(events.price(Kind.BOOK, Side.BUY, 10_000 - level, bidLots));
            market.handle(events.with(level == 4 ? Flags.LAST : 0)
                .price(Kind.BOOK, Side.SELL, 10_001 + level, askLots));
        }
    }

    final void price(final int kind, final long ticks)
    {
        market.handle(events.price(kind, Side.NONE, ticks, NONE));
    }

    final void funding(final long nano)
    {
        market.handle(events.kind(Kind.FUNDING, Side.NONE).value(nano));
    }

    final void openInterest(final long lots)
    {
        market.handle(events.kind(Kind.OPEN_INTEREST, Side.NONE).quantityLots(lots));
    }

    final void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }

    /** One finding, of the market alone, with these values, and the cause as evidence and perhaps one event more. */
    final void assertFound(final long size, final long times, final String... evidence)
    {
        assertEquals(1, recorder.findings().size(), recorder.findings()::toString);
        final RecordedFinding found = recorder.findings().get(0);
        final RecordedFinding expected = new RecordedFinding(factory().info().number(), Severity.LOW, found.score(),
            events.sequence(), events.sequence(), events.timeNanos() - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.INSTRUMENT, 0, 0, 0, 0, List.of(),
            List.of(new ScorePart(0, found.scoreParts().get(0).points()),
            new ScorePart(1, found.scoreParts().get(1).points())),
            List.of(new Compared(0, size, found.compared(0).threshold(), true),
            new Compared(1, times, found.compared(1).threshold(), true)),
            List.of(evidence), 0, BenefitMethod.NONE, BigInteger.ZERO, List.of(NONE, NONE, NONE, NONE));
        assertEquals(expected, found);
    }

    final String cause()
    {
        return "CAUSE " + events.sequence();
    }
}
