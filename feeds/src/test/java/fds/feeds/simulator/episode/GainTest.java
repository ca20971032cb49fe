package fds.feeds.simulator.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.margin.Funding;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.Crowd;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.event.Flags;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

/** An episode alone with a maker: its gain is what its account has more than was brought in. */
class GainTest
{
    private static final int MAKER = 0;
    private static final int TRADER = 50; // one of the newcomers

    private final AccountRoster roster = new AccountRoster(1, 60, 1, false);
    private final MarketSet markets = new MarketSet(1, 4, 1, roster.count());
    private final Ledger ledger = markets.ledger(roster);
    private final SimulatedVenue venue = new SimulatedVenue(roster, ledger, markets.markets(), 1_000_000);
    private final SimulatedMarket perp = markets.markets()[2];
    private final SimulatedMarket spot = markets.markets()[0];
    private final Treasury treasury = new Treasury(venue, markets);
    private final SimulatorRandom random = SimulatorRandom.of(1, 1);
    private final Crowd nobody = new Crowd()
    {
        @Override
        public void take(final SimulatedMarket market, final int account)
        {
            throw new AssertionError();
        }

        @Override
        public long usualLots(final SimulatedMarket market, final int account)
        {
            throw new AssertionError();
        }
    };

    private final Stage stage = new Stage(venue, treasury, markets, nobody, random);
    private final int account = TRADER;
    private final List<Label> labels = new ArrayList<>();
    private final Funding funding = new Funding(venue, markets);

    @Test
    void shouldBeWhatTheAccountHasMoreThanWasBroughtIn()
    {
        ledger.addCash(MAKER, 50_000_000 * Ledger.UNIT);
        ledger.addLots(spot.index, MAKER, 1_000_000);
        final EpisodeKind kind = new EpisodeKind("trader", 1_000_000, Trader::new);
        final EpisodeKind nothing = new EpisodeKind("nothing", 0, s -> null);
        final EpisodeDirector director = new EpisodeDirector(
            stage, List.of(kind), Map.of("trader", 2_000), nothing, 1_000_000, 0, labels::add);
        venue.participants(director);
        long now = 1;
        while (labels.isEmpty())
        {
            drain(director, now);
            director.settle();
            if (!labels.isEmpty())
            {
                break;
            }
            quote();
            director.start(now);
            if (director.nextNanos() <= now)
            {
                director.step(now);
                drain(director, now);
                if (now % 7 == 0)
                {
                    perp.mark(650_000 + now * 10);
                    funding.settle(perp, 123_456);
                    drain(director, now);
                }
            }
            now++;
        }
        assertTrue(roster.isNewcomer(account));
        assertTrue(ledger.lots(perp.index, account) > 0 && ledger.lots(spot.index, account) > 0);
        final long owned = venue.margins.equity(account) +
            ledger.notional(spot.index, spot.valueTicks(), ledger.lots(spot.index, account));
        assertEquals(owned - 1_000_000 * Ledger.UNIT, labels.get(0).gainUnits());
        assertNotEquals(0, labels.get(0).gainUnits());
        assertEquals("SIM", labels.get(0).venue());
    }

    private void quote()
    {
        for (final SimulatedMarket market : new SimulatedMarket[] { perp, spot })
        {
            venue.submit(market, MAKER, Side.BUY, 649_900 + random.below(50), 2_000, Flags.POST_ONLY, null);
            venue.submit(market, MAKER, Side.SELL, 650_100 - random.below(50), 2_000, Flags.POST_ONLY, null);
        }
    }

    private void drain(final EpisodeDirector director, final long now)
    {
        while (!venue.rows.isEmpty())
        {
            final int at = venue.rows.take();
            final int tag = venue.rows.tag[at] != 0 ? venue.rows.tag[at] : venue.rows.counterTag[at];
            if (tag != 0)
            {
                director.onRow(tag, venue.rows.kind[at], venue.rows.instrument[at], false, 1 + at, now);
            }
        }
    }

    /** Brings money, buys more than it sells in two markets, rests and takes, and stops. */
    private final class Trader extends Episode
    {
        private int steps;

        Trader(final Stage on)
        {
            super(on, on.markets().markets()[2], "test", "D00", TRADER);
        }

        @Override
        protected long step(final long nowNanos)
        {
            if (steps++ == 0)
            {
                assertEquals(1_000_000 * Ledger.UNIT,
                    treasury.deposit(account, 1_000_000 * Ledger.UNIT, "0x1", this));
            }
            final SimulatedMarket market = steps % 2 == 0 ? perp : spot;
            final boolean isSelling = steps % 5 == 0 && ledger.lots(market.index, account) > 300;
            final int side = isSelling ? Side.SELL : Side.BUY;
            final WorkingOrder order =
                place(market, account, side, market.touchTicks(Side.opposite(side)), 100 + 17 * steps, 0);
            order.replace(market.passive(side, market.touchTicks(side)), 50);
            return steps == 30 ? nowNanos : nowNanos + 1;
        }
    }
}
