package fds.feeds.simulator.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundingTest
{
    private final SmallVenue small = new SmallVenue();

    @ParameterizedTest
    @ValueSource(longs = { 12_500, -12_500, 1, -1, 900_000, 333_333, 0 })
    void shouldSumToZeroButForRoundingThatTheFundKeeps(final long ratePpb)
    {
        for (int i = 0; i < 8; i++)
        {
            small.ledger.addCash(i, 1_000_000 * SmallVenue.USDT);
        }
        for (int i = 0; i < 7; i++)
        {
            small.trade(i, i + 1, 650_000 + 7 * i, 13 + 31 * i);
        }
        small.perp.mark(651_237);
        final long[] before = new long[8];
        for (int i = 0; i < 8; i++)
        {
            before[i] = small.ledger.cash(i);
        }
        small.funding.settle(small.perp, ratePpb);

        long sum = 0;
        for (int i = 0; i < 8; i++)
        {
            final long paid = before[i] - small.ledger.cash(i);
            final long lots = small.ledger.lots(small.perp.index, i);
            assertTrue(paid == 0 || paid > 0 == (lots > 0 == ratePpb > 0), "account " + i + " paid " + paid);
            sum += paid;
        }
        assertTrue(sum >= 0 && sum <= 8, "rounding " + sum);
        assertEquals(small.ledger.insuranceUnits(), sum);
        assertEquals("FUNDING " + Long.MIN_VALUE, small.rows().get(0));
    }

    @Test
    void shouldBeThePremiumWithinItsLimits()
    {
        assertEquals(12_500, Funding.rate(0));
        assertEquals(137_500, Funding.rate(1_000_000));
        assertEquals(900_000, Funding.rate(1_000_000_000));
        assertEquals(-900_000, Funding.rate(-1_000_000_000));
    }
}
