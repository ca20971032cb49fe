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
    private long all = 1_000_000; // lots of the market

    @Test
    void shouldCarryMatchedOrdersFromTheThirdOfTheSameTwo()
    {
        add(2, A, B, Side.BUY, 50, true);
        deal(A, C, Side.BUY, 50, true);
        deal(A, B, Side.BUY, 50, false);
        deal(A, B, Side.BUY, 0, true);
        assertEquals(List.of(), dealings.detectors());

        deal(B, A, Side.SELL, 7, true);
        assertEquals(List.of("D05"), dealings.detectors());
    }

    @Test
    void shouldCarryMatchedVolumeWhenAsMuchWentOneWayAsTheOther()
    {
        add(3, A, B, Side.BUY, 100, false);
        add(2, A, B, Side.SELL, 100, false);
        deal(B, A, Side.BUY, 93, false); // 7 of 593 are left
        assertEquals(List.of(), dealings.detectors());

        deal(B, A, Side.BUY, 2, false); // 5 of 595
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
        deal(A, A, Side.BUY, 5, true);
        assertEquals(List.of(), dealings.detectors());

        deal(A, 3, Side.BUY, 5, true);
        assertEquals(List.of("D02"), dealings.detectors());
    }

    @Test
    void shouldCarryMadeUpVolumeWhenItGoesToAndFroForMuchOfTheMarket()
    {
        for (int i = 0; i < 21; i++)
        {
            deal(A, B, i % 2 == 0 ? Side.BUY : Side.SELL, 100, false);
        }
        assertEquals(List.of("D03"), dealings.detectors(), "100 of 2,100 are left");
        all += 5_130;
        deal(A, B, Side.SELL, 60, false); // 40 of 2,160, of 7,290
        assertEquals(List.of("D03"), dealings.detectors(), "29.6 % of the volume");
        deal(A, B, Side.SELL, 40, false); // 2,200 of 7,330
        assertEquals(List.of("D03", "D10"), dealings.detectors());
    }

    @Test
    void shouldCarryMadeUpVolumeByTradesWithOneself()
    {
        for (int i = 0; i < 19; i++)
        {
            deal(A, A, Side.BUY, 100, false);
        }
        assertEquals(List.of(), dealings.detectors());
        deal(A, A, Side.BUY, 100, false);
        assertEquals(List.of("D10"), dealings.detectors());
    }

    private void add(
        final int times, final int poster, final int hitter, final int side, final long lots, final boolean isWhole)
    {
        for (int i = 0; i < times; i++)
        {
            deal(poster, hitter, side, lots, isWhole);
        }
    }

    private void deal(
        final int poster, final int hitter, final int side, final long lots, final boolean isWhole)
    {
        all += lots;
        dealings.add(poster, hitter, side, lots, isWhole, all);
    }
}
