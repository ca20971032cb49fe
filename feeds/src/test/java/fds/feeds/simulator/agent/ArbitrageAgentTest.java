package fds.feeds.simulator.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class ArbitrageAgentTest
{
    private final AccountRoster roster = new AccountRoster(1, 60, 2, false);
    private final MarketSet markets = new MarketSet(1, 4, 2, roster.count());
    private final Ledger ledger = markets.ledger(roster);
    private final SimulatedVenue venue = new SimulatedVenue(roster, ledger, markets.markets(), 1_000_000);
    private final SimulatedMarket here = markets.markets()[0];
    private final SimulatedMarket there = markets.markets()[4];
    private final ArbitrageAgent agent =
        new ArbitrageAgent(venue, here.underlying, markets.markets(), SimulatorRandom.of(1, 1), 1_000);

    @Test
    void shouldBuyWhereItIsCheapAndSellWhereItIsDear()
    {
        assertEquals(here.underlying, there.underlying);
        quote(here, 650_000);
        quote(there, 651_000);
        fund();
        step(200);

        long bought = 0;
        long sold = 0;
        for (int firm = 0; firm < AccountRoster.ARBITRAGEURS; firm++)
        {
            bought += ledger.lots(here.index, roster.arbitrageur(0, firm)) - 1_000_000;
            sold += 1_000_000 - ledger.lots(there.index, roster.arbitrageur(1, firm));
        }
        assertTrue(bought > 0 && bought == sold, "bought " + bought + ", sold " + sold);
    }

    @Test
    void shouldLeaveAloneWhatDoesNotPayTheFees()
    {
        quote(here, 650_000);
        quote(there, 650_060);
        fund();
        step(200);
        for (int firm = 0; firm < AccountRoster.ARBITRAGEURS; firm++)
        {
            assertEquals(1_000_000, ledger.lots(here.index, roster.arbitrageur(0, firm)));
            assertEquals(1_000_000, ledger.lots(there.index, roster.arbitrageur(1, firm)));
        }
    }

    private void fund()
    {
        for (int firm = 0; firm < AccountRoster.ARBITRAGEURS; firm++)
        {
            ledger.addCash(roster.arbitrageur(0, firm), 10_000_000 * Ledger.UNIT);
            ledger.addCash(roster.arbitrageur(1, firm), 10_000_000 * Ledger.UNIT);
            ledger.addLots(here.index, roster.arbitrageur(0, firm), 1_000_000);
            ledger.addLots(there.index, roster.arbitrageur(1, firm), 1_000_000);
        }
    }

    private void step(final int times)
    {
        for (int i = 0; i < times; i++)
        {
            agent.step(1 + i);
            drain();
        }
    }

    private void quote(final SimulatedMarket market, final long ticks)
    {
        final int maker = roster.maker(market.venue, 0);
        ledger.addCash(maker, 10_000_000 * Ledger.UNIT);
        ledger.addLots(market.index, maker, 10_000_000);
        venue.submit(market, maker, Side.BUY, ticks - 10, 5_000_000, 0, null);
        venue.submit(market, maker, Side.SELL, ticks + 10, 5_000_000, 0, null);
        drain();
    }

    private void drain()
    {
        while (!venue.rows.isEmpty())
        {
            venue.rows.take();
        }
    }
}
