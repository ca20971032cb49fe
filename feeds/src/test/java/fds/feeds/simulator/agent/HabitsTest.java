package fds.feeds.simulator.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.feeds.simulator.chance.SimulatorRandom;
import org.junit.jupiter.api.Test;

class HabitsTest
{
    private final SimulatorRandom random = SimulatorRandom.of(1, 1);

    @Test
    void shouldRoundSizesDownToOneTwoOrFive()
    {
        final long[][] pairs = { {1, 1}, {3, 2}, {7, 5}, {10, 10}, {19, 10}, {49, 20}, {999, 500}, {123_456, 100_000} };
        for (final long[] pair : pairs)
        {
            assertEquals(pair[1], Habits.size(random, pair[0], 1_000));
            assertEquals(pair[0], Habits.size(random, pair[0], 0));
        }
    }

    @Test
    void shouldRoundPricesWhereATickIsSmall()
    {
        assertEquals(0, Habits.price(random, 123_456, 1_000) % 10);
        assertEquals(123_456, Habits.price(random, 123_456, 0));
        assertEquals(1_237, Habits.price(random, 1_237, 1_000));
    }
}
