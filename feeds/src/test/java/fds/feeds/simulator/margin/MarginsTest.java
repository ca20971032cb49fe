package fds.feeds.simulator.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class MarginsTest
{
    private final SmallVenue small = new SmallVenue();

    @Test
    void shouldNotSellSpotThatIsNotThere()
    {
        small.ledger.addLots(small.spot.index, 30, 500);
        assertTrue(small.venue.margins.canAfford(small.spot, 30, Side.SELL, 650_000, 500, 600));
        assertFalse(small.venue.margins.canAfford(small.spot, 30, Side.SELL, 650_000, 501, 600));
        small.venue.submit(small.spot, 30, Side.SELL, 650_000, 501, 0, null);
        assertEquals(List.of("REJECT 501"), small.rows());
    }

    @Test
    void shouldPaySpotInFullWithTheFee()
    {
        small.ledger.addCash(30, 65_000 * SmallVenue.USDT + 39 * SmallVenue.USDT);
        assertFalse(small.venue.margins.canAfford(small.spot, 30, Side.BUY, 650_000, 100_000, 600));
        small.ledger.addCash(30, 1);
        assertTrue(small.venue.margins.canAfford(small.spot, 30, Side.BUY, 650_000, 100_000, 600));
    }

    @Test
    void shouldOpenAHundredTimesTheMoneyAtTheMost()
    {
        small.perp.mark(650_000);
        small.ledger.addCash(30, 6_500 * SmallVenue.USDT);
        assertFalse(small.venue.margins.canAfford(small.perp, 30, Side.BUY, 650_000, 10_000, 400));
        assertTrue(small.venue.margins.canAfford(small.perp, 30, Side.BUY, 650_000, 9_500, 400));
        assertFalse(small.venue.margins.canAfford(small.perp, 30, Side.BUY, 660_000, 9_500, 400), "above the mark");
        final long most = small.venue.margins.affordableLots(small.perp, 30, Side.BUY, 650_000);
        assertTrue(most >= 8_000 && most < 9_500, "most " + most);
    }

    @Test
    void shouldLetPositionsBeClosedWhateverIsLeft()
    {
        small.perp.mark(650_000);
        small.ledger.addCash(30, 7_000 * SmallVenue.USDT);
        small.ledger.addCash(31, 70_000 * SmallVenue.USDT);
        small.trade(30, 31, 650_000, 10_000);
        small.perp.mark(640_000);
        assertEquals(0, small.venue.margins.free(30));
        assertTrue(small.venue.margins.canAfford(small.perp, 30, Side.SELL, 640_000, 10_000, 400));
        assertFalse(small.venue.margins.canAfford(small.perp, 30, Side.SELL, 640_000, 20_001, 400));
    }

    @Test
    void shouldTakeAwayTheOrderOfWhoCannotPayWhenItIsMet()
    {
        small.ledger.addCash(30, 650 * SmallVenue.USDT + 10 * SmallVenue.USDT);
        small.ledger.addLots(small.spot.index, 31, 5_000);
        small.venue.submit(small.spot, 30, Side.BUY, 650_000, 1_000, 0, null);
        small.venue.submit(small.spot, 30, Side.BUY, 649_000, 1_000, 0, null);
        small.rows();
        small.venue.submit(small.spot, 31, Side.SELL, 640_000, 2_000, 0, null);
        assertEquals(List.of("NEW 2000", "TRADE 1000", "CANCEL 1000"), small.rows());
        assertTrue(small.ledger.cash(30) >= 0);
    }
}
