package fds.feeds.simulator.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.market.event.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiquidatorTest
{
    private static final int LONG = 40;
    private static final int SHORT = 50;
    private static final int MAKER = 0;
    private static final long ABSENT = Long.MIN_VALUE;

    private final SmallVenue small = new SmallVenue();

    /** Ten bitcoins at 65,000, for which one per cent is margin, against 9,000 of money. */
    @BeforeEach
    void open()
    {
        small.ledger.endow(100_000 * SmallVenue.USDT);
        small.ledger.addCash(LONG, 9_000 * SmallVenue.USDT);
        small.ledger.addCash(SHORT, 1_000_000 * SmallVenue.USDT);
        small.ledger.addCash(MAKER, 10_000_000 * SmallVenue.USDT);
        small.perp.mark(650_000);
        small.trade(LONG, SHORT, 650_000, 10_000);
    }

    @Test
    void shouldLeaveAloneWhoHasItsMaintenanceMargin()
    {
        small.perp.mark(646_000);
        assertTrue(small.venue.margins.equity(LONG) >= small.venue.margins.maintenance(LONG));
        small.liquidate();
        assertEquals(List.of(), small.rows());
        assertEquals(0, small.liquidator.liquidations());
    }

    @Test
    void shouldCloseAgainstTheBookAndTakeAFeeIntoTheFund()
    {
        small.venue.submit(small.perp, MAKER, Side.BUY, 644_500, 20_000, 0, null);
        small.venue.submit(small.perp, LONG, Side.SELL, 700_000, 10, 0, null);
        small.rows();
        final long fund = small.ledger.insuranceUnits();
        small.perp.mark(644_300);
        small.liquidate();

        assertEquals(List.of("CANCEL 10", "LIQUIDATION 10000", "NEW 10000", "TRADE 10000", "POSITION 0",
            "MARGIN " + ABSENT), small.rows());
        assertEquals(0, small.ledger.lots(small.perp.index, LONG));
        assertEquals(10_000, small.ledger.lots(small.perp.index, MAKER));
        assertTrue(small.ledger.insuranceUnits() > fund);
        assertTrue(small.ledger.cash(LONG) >= 0);
        conserved();
    }

    @Test
    void shouldLetTheFundPayWhatTheBookCostsBeyondBankruptcy()
    {
        small.venue.submit(small.perp, MAKER, Side.BUY, 640_000, 20_000, 0, null);
        small.rows();
        final long fund = small.ledger.insuranceUnits();
        small.perp.mark(644_000);
        small.liquidate();

        assertEquals(List.of("LIQUIDATION 10000", "NEW 10000", "CANCEL 10000", "LIQUIDATION 10000", "NEW 10000",
            "TRADE 10000", "POSITION 0", "MARGIN " + ABSENT), small.rows());
        assertEquals(0, small.ledger.cash(LONG));
        assertTrue(small.ledger.insuranceUnits() < fund);
        assertEquals(0, small.liquidator.deleveragings());
        conserved();
    }

    @Test
    void shouldDeleverageTheWinnerWhereTheBookIsEmpty()
    {
        small.perp.mark(644_000);
        small.liquidate();

        assertEquals(List.of("LIQUIDATION 10000", "NEW 10000", "CANCEL 10000", "LIQUIDATION 10000", "NEW 10000",
            "CANCEL 10000", "ADL 10000", "POSITION 0", "MARGIN " + ABSENT, "POSITION 0", "MARGIN " + ABSENT),
            small.rows());
        assertEquals(0, small.ledger.openPositions(LONG));
        assertEquals(0, small.ledger.openPositions(SHORT));
        assertEquals(1, small.liquidator.deleveragings());
        // At the bankruptcy price the loser ends with less than a tick's worth and the fee that it did not pay.
        assertTrue(small.ledger.cash(LONG) >= 0 && small.ledger.cash(LONG) < 300 * SmallVenue.USDT,
            "left " + small.ledger.cash(LONG));
        conserved();
    }

    private void conserved()
    {
        assertEquals(small.ledger.outsideUnits(), small.money(small.perp));
        assertEquals(0, small.net(small.perp));
    }
}
