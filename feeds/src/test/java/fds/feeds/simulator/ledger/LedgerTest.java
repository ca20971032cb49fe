package fds.feeds.simulator.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class LedgerTest
{
    private static final int SPOT = 0;
    private static final int PERP = 1;
    private static final FeeSchedule FEES = new FeeSchedule()
    {
        @Override
        public long makerPpm(final int account, final boolean isPerp)
        {
            return account == 0 ? -50 : 100;
        }

        @Override
        public long takerPpm(final int account, final boolean isPerp)
        {
            return 500;
        }
    };

    private final Ledger ledger = new Ledger(4, new boolean[] { false, true }, new long[] { 1, 1_000 }, FEES);

    @Test
    void shouldPayForSpotInCash()
    {
        ledger.trade(SPOT, 0, 1, Side.BUY, 1_000, 20_000);

        assertEquals(20_000, ledger.lots(SPOT, 1));
        assertEquals(-20_000, ledger.lots(SPOT, 0));
        assertEquals(-20_000_000 - 10_000, ledger.cash(1));
        assertEquals(20_000_000 + 1_000, ledger.cash(0));
        assertEquals(9_000, ledger.feeUnits());
    }

    @Test
    void shouldOpenCloseAndTurnAPerpetualAtAverageCost()
    {
        ledger.trade(PERP, 2, 1, Side.BUY, 100, 10);
        ledger.trade(PERP, 2, 1, Side.BUY, 110, 10);
        assertEquals(20, ledger.lots(PERP, 1));
        assertEquals(2_100_000, ledger.cost(PERP, 1));
        assertEquals(300_000, ledger.openProfit(PERP, 1, 120));

        final long before = ledger.cash(1);
        ledger.trade(PERP, 2, 1, Side.SELL, 125, 5);
        assertEquals(100_000, ledger.cash(1) - before + ledger.lastTakerFee());
        assertEquals(1_575_000, ledger.cost(PERP, 1));

        final long turning = ledger.cash(1);
        ledger.trade(PERP, 2, 1, Side.SELL, 90, 40);
        assertEquals(-225_000, ledger.cash(1) - turning + ledger.lastTakerFee());
        assertEquals(-25, ledger.lots(PERP, 1));
        assertEquals(-2_250_000, ledger.cost(PERP, 1));
        assertEquals(250_000, ledger.openProfit(PERP, 1, 80));
    }

    @Test
    void shouldLoseNothingWhateverIsTraded()
    {
        final SimulatorRandom random = SimulatorRandom.of(5, 1);
        for (int i = 0; i < 4; i++)
        {
            ledger.addCash(i, 1_000_000_000);
        }
        ledger.endow(5_000);
        for (int i = 0; i < 20_000; i++)
        {
            final int maker = random.below(4);
            final int taker = random.below(4);
            final long price = random.between(900, 1_100);
            switch (random.below(8))
            {
                case 0 -> ledger.insure(maker, random.between(-1_000, 1_000));
                case 1 -> ledger.cross(PERP, maker, taker, price, random.between(1, 30));
                case 2, 3 -> ledger.trade(SPOT, maker, taker, 1 + random.below(2), price, random.between(1, 99_999));
                default -> ledger.trade(PERP, maker, taker, 1 + random.below(2), price, random.between(1, 99));
            }
            long money = ledger.feeUnits() + ledger.insuranceUnits();
            long spot = 0;
            long position = 0;
            for (int account = 0; account < 4; account++)
            {
                // At any mark the open profits sum to minus the costs, since the positions sum to nothing.
                money += ledger.cash(account) + ledger.openProfit(PERP, account, 1_234);
                spot += ledger.lots(SPOT, account);
                position += ledger.lots(PERP, account);
            }
            assertEquals(4_000_005_000L, money, "after " + i);
            assertEquals(0, spot);
            assertEquals(0, position);
        }
    }
}
