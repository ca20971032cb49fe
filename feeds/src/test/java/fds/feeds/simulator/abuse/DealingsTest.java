package fds.feeds.simulator.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class DealingsTest
{
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private final Dealings dealings = new Dealings(10, 20, 30, 10);

    @Test
    void shouldCarryMatchedOrdersFromTheThirdOfTheSameTwo()
    {
        add(2, A, B, Side.BUY, 50, true);
        dealings.add(A, C, Side.BUY, 50, true);
        dealings.add(A, B, Side.BUY, 50, false);
        dealings.add(A, B, Side.BUY, 0, true);
        assertEquals(List.of(), dealings.detectors());

        dealings.add(B, A, Side.SELL, 7, true);
        assertEquals(List.of("D05"), dealings.detectors());
    }

    @Test
    void shouldCarryMatchedVolumeWhenAsMuchWentOneWayAsTheOther()
    {
        add(3, A, B, Side.BUY, 100, false);
        add(2, A, B, Side.SELL, 100, false);
        dealings.add(B, A, Side.BUY, 93, false); // 7 of 593 are left
        assertEquals(List.of(), dealings.detectors());

        dealings.add(B, A, Side.BUY, 2, false); // 5 of 595
        assertEquals(List.of("D03"), dealings.detectors());

        add(6, A, B, Side.BUY, 100, false);
        assertEquals(List.of("D03"), dealings.detectors(), "what was carried stays so");
    }

    @Test
    void shouldNotCarryMatchedVolumeByAFewTradesOrOneWay()
    {
        add(2, A, B, Side.BUY, 100, false);
        add(2, B, A, Side.BUY, 100, false);
        add(6, A, C, Side.SELL, 100, false);

        assertEquals(List.of(), dealings.detectors());
    }

    @Test
    void shouldCarryTradesOfOneOwnerAtTheFirst()
    {
        dealings.add(A, A, Side.BUY, 5, true);
        assertEquals(List.of(), dealings.detectors());

        dealings.add(A, 3, Side.BUY, 5, true);
        assertEquals(List.of("D02"), dealings.detectors());
    }

    private void add(
        final int times, final int poster, final int hitter, final int side, final long lots, final boolean isWhole)
    {
        for (int i = 0; i < times; i++)
        {
            dealings.add(poster, hitter, side, lots, isWhole);
        }
    }
}
