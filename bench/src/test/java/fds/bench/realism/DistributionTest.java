package fds.bench.realism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class DistributionTest
{
    @Test
    void shouldTellHowManyAreAtLeastSoLarge()
    {
        final Distribution distribution = new Distribution();
        distribution.add(5);
        distribution.add(1);
        distribution.add(5);
        distribution.add(9);
        assertEquals(List.of(new Distribution.Point(1, 1), new Distribution.Point(5, 0.75),
            new Distribution.Point(9, 0.25)), distribution.exceeding());
        assertEquals(5, distribution.quantile(0.5));
        assertEquals(5, distribution.mean());
    }

    @Test
    void shouldWeighValues()
    {
        final Distribution distribution = new Distribution();
        distribution.add(10, 9);
        distribution.add(1_000_000_000_000L, 1);
        assertEquals(10, distribution.count());
        assertEquals(10, distribution.quantile(0.9));
        assertEquals(3, distribution.variation(), 0.01);
    }
}
