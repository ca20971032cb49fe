package fds.market.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TradingPhaseTest
{
    private static final int AT = 16;

    private final UnsafeBuffer memory = new UnsafeBuffer(new byte[AT + TradingPhase.WORDS * 8]);
    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);

    @Test
    void shouldTradeAsUsualBeforeAnythingIsTold()
    {
        assertEquals(0, TradingPhase.at(memory, AT, 5));
        assertEquals(Absent.VALUE, TradingPhase.untilReset(memory, AT, 5));
        assertEquals(Absent.VALUE, TradingPhase.untilExpiry(memory, AT, 5));
        assertEquals(Absent.VALUE, TradingPhase.untilFunding(memory, AT, 5));
        assertEquals(Absent.VALUE, TradingPhase.untilSettlement(memory, AT, 5));
        assertEquals(0, TradingPhase.settlementReason(memory, AT, 5));
    }

    @Test
    void shouldHaltAndTradeAgain()
    {
        tell(Kind.HALT, 1);
        assertEquals(TradingPhase.HALTED, TradingPhase.at(memory, AT, 5));
        tell(Kind.HALT, 0);
        assertEquals(0, TradingPhase.at(memory, AT, 5));
    }

    @Test
    void shouldKnowResetAndExpiry()
    {
        tell(Kind.RESET, 100);
        tell(Kind.EXPIRY, 200);
        assertEquals(60, TradingPhase.untilReset(memory, AT, 40));
        assertEquals(0, TradingPhase.untilReset(memory, AT, 100));
        assertEquals(Absent.VALUE, TradingPhase.untilReset(memory, AT, 101));
        assertEquals(1, TradingPhase.untilExpiry(memory, AT, 199));
        assertEquals(0, TradingPhase.at(memory, AT, 199));
        assertEquals(TradingPhase.EXPIRED, TradingPhase.at(memory, AT, 200));
        tell(Kind.RESET, Absent.VALUE);
        assertEquals(60, TradingPhase.untilReset(memory, AT, 40));
    }

    @Test
    void shouldReckonFundingFromItsInterval()
    {
        funding(800);
        assertEquals(100, TradingPhase.untilFunding(memory, AT, 700));
        assertEquals(Absent.VALUE, TradingPhase.untilFunding(memory, AT, 801));
        funding(800); // the same settlement told again
        assertEquals(Absent.VALUE, TradingPhase.untilFunding(memory, AT, 801));
        funding(1_600);
        assertEquals(0, TradingPhase.untilFunding(memory, AT, 1_600));
        assertEquals(799, TradingPhase.untilFunding(memory, AT, 1_601));
        assertEquals(0, TradingPhase.untilFunding(memory, AT, 2_400));
        assertEquals(1, TradingPhase.untilFunding(memory, AT, 3_199));
        funding(1_000); // older
        assertEquals(799, TradingPhase.untilFunding(memory, AT, 1_601));
        funding(1_600 + 86_400_000_000_001L); // a day was missed: no interval
        assertEquals(799, TradingPhase.untilFunding(memory, AT, 1_600 + 86_400_000_000_002L));
    }

    @Test
    void shouldKnowSettlementWindows()
    {
        window(100, 200, 7);
        window(300, 310, 8);
        window(250, 250, 9); // empty
        assertEquals(40, TradingPhase.untilSettlement(memory, AT, 60));
        assertEquals(0, TradingPhase.at(memory, AT, 99));
        assertEquals(TradingPhase.SETTLEMENT, TradingPhase.at(memory, AT, 100));
        assertEquals(7, TradingPhase.settlementReason(memory, AT, 199));
        assertEquals(0, TradingPhase.at(memory, AT, 200));
        assertEquals(100, TradingPhase.untilSettlement(memory, AT, 200));
        assertEquals(8, TradingPhase.settlementReason(memory, AT, 309));
        assertEquals(Absent.VALUE, TradingPhase.untilSettlement(memory, AT, 300));
    }

    /** Held against a list that keeps the four windows that end last, the earlier place of equals given up first. */
    @Test
    void shouldAgreeWithPlainWindows()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            memory.setMemory(0, memory.capacity(), (byte)0);
            final Random random = new Random(seed);
            final List<long[]> plain = new ArrayList<>();
            for (int i = 0; i < 40; i++)
            {
                final long start = 1 + random.nextInt(1000);
                final long end = start + 1 + random.nextInt(100);
                window(start, end, i + 1);
                plain.removeIf(each -> each[0] == start && each[1] == end);
                if (plain.size() == TradingPhase.WINDOWS)
                {
                    plain.sort((one, other) -> Long.compare(one[1], other[1]));
                    plain.remove(0);
                }
                plain.add(new long[]{ start, end });
                final long now = random.nextInt(1100);
                final boolean isOpen = plain.stream().anyMatch(each -> each[0] <= now && now < each[1]);
                final long until = plain.stream().mapToLong(each -> each[0] - now).filter(each -> each > 0).min()
                    .orElse(Absent.VALUE);
                final boolean sameEnds = plain.stream().map(each -> each[1]).distinct().count() < plain.size();
                if (sameEnds)
                {
                    break; // which of equals is given up is not of the definition
                }
                assertEquals(isOpen ? TradingPhase.SETTLEMENT : 0, TradingPhase.at(memory, AT, now), "seed " + seed);
                assertEquals(until, TradingPhase.untilSettlement(memory, AT, now), "seed " + seed);
            }
        }
    }

    private void funding(final long settlementNanos)
    {
        TradingPhase.onEvent(memory, AT, event.clear().kind(Kind.FUNDING).venueTimeNanos(settlementNanos));
    }

    private void window(final long start, final long end, final int reason)
    {
        TradingPhase.onEvent(
            memory, AT, event.clear().kind(Kind.SETTLEMENT_WINDOW).value(start).reference(end).reasonId(reason));
    }

    private void tell(final int kind, final long value)
    {
        TradingPhase.onEvent(memory, AT, event.clear().kind(kind).value(value));
    }
}
