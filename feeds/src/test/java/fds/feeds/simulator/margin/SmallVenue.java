package fds.feeds.simulator.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.book.RowQueue;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Kind;
import fds.market.event.Side;

/** Three venues with BTC and ETH, spot and perpetual, where only a test acts. */
final class SmallVenue
{
    static final long USDT = Ledger.UNIT;

    final AccountRoster roster = new AccountRoster(1, 60, 3, false);
    final MarketSet markets = new MarketSet(1, 4, 3, roster.count());
    final Ledger ledger = markets.ledger(roster);
    final SimulatedVenue venue = new SimulatedVenue(roster, ledger, markets.markets(), 1_000_000);
    final Funding funding = new Funding(venue, markets);
    final Liquidator liquidator = new Liquidator(venue, funding);
    final SimulatedMarket spot = markets.markets()[0];
    final SimulatedMarket perp = markets.markets()[2];

    long money(final SimulatedMarket... valued)
    {
        long sum = ledger.feeUnits() + ledger.insuranceUnits();
        for (int account = 0; account < ledger.accounts(); account++)
        {
            sum += ledger.cash(account);
            for (final SimulatedMarket market : valued)
            {
                sum += ledger.openProfit(market.index, account, market.valueTicks());
            }
        }
        return sum;
    }

    long net(final SimulatedMarket market)
    {
        long sum = 0;
        for (int account = 0; account < ledger.accounts(); account++)
        {
            sum += ledger.lots(market.index, account);
        }
        return sum;
    }

    /** Maker's order meets taker's at a price. */
    void trade(final int buyer, final int seller, final long ticks, final long lots)
    {
        venue.submit(perp, seller, Side.SELL, ticks, lots, 0, null);
        venue.submit(perp, buyer, Side.BUY, ticks, lots, 0, null);
        assertEquals(lots, venue.filledLots());
        rows();
    }

    /** What has happened since: kinds and quantities. */
    List<String> rows()
    {
        final List<String> told = new ArrayList<>();
        final RowQueue rows = venue.rows;
        while (!rows.isEmpty())
        {
            final int at = rows.take();
            told.add(Kind.nameOf(rows.kind[at]) + " " + rows.quantityLots[at]);
        }
        return told;
    }

    void liquidate()
    {
        liquidator.look();
        while (liquidator.hasWork())
        {
            liquidator.step();
        }
    }
}
