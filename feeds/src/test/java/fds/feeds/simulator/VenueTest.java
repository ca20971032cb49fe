package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.feeds.simulator.abuse.AbuseCatalog;
import fds.feeds.simulator.label.LabelSink;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import org.junit.jupiter.api.Test;

/** What holds of a whole simulation. */
class VenueTest
{
    private static final long SECOND_NANOS = 1_000_000_000;

    private final InboundEvent event = new InboundEvent();

    @Test
    void shouldLoseNoMoneyAndNoLot()
    {
        try (SimulatorFeed feed = new SimulatorFeed(SimulatorConfig.defaults(21, 300_000), LabelSink.NONE))
        {
            long rows = 0;
            while (feed.next(event))
            {
                if (++rows % 50_000 == 0)
                {
                    conserved(feed);
                }
            }
            conserved(feed);
            assertTrue(feed.ledger().feeUnits() > 0);
        }
    }

    @Test
    void shouldLoseNoMoneyWhateverEpisodesDo()
    {
        final Map<String, Integer> every = new TreeMap<>(AbuseCatalog.defaultRates());
        every.replaceAll((name, few) -> 20);
        try (SimulatorFeed feed =
            new SimulatorFeed(SimulatorConfig.defaults(22, 400_000).withEpisodes(every), LabelSink.NONE))
        {
            for (long rows = 1; feed.next(event); rows++)
            {
                if (rows % 50_000 == 0)
                {
                    conserved(feed);
                }
            }
            conserved(feed);
        }
    }

    @Test
    void shouldLiquidateWhoHasLostTooMuch()
    {
        final long[] kinds = new long[Kind.COUNT];
        try (SimulatorFeed feed =
            new SimulatorFeed(honest(3, 400_000).withRatePerSecond(200), LabelSink.NONE))
        {
            while (feed.next(event))
            {
                kinds[event.event().kind()]++;
            }
            conserved(feed);
        }
        assertTrue(kinds[Kind.LIQUIDATION] >= 3, "liquidations " + kinds[Kind.LIQUIDATION]);
        assertTrue(kinds[Kind.DEPOSIT] > 0 && kinds[Kind.WITHDRAW_REQUEST] > 0 && kinds[Kind.WITHDRAW] > 0);
        assertTrue(kinds[Kind.TRANSFER] > 0 && kinds[Kind.NEWS] > 0);
    }

    @Test
    void shouldKeepTheVenuesTogether()
    {
        try (SimulatorFeed feed = new SimulatorFeed(honest(5, 200_000), LabelSink.NONE))
        {
            final SimulatedMarket[] markets = feed.markets().markets();
            long apart = 0;
            long looks = 0;
            for (long row = 0; feed.next(event); row++)
            {
                if (row > 20_000 && row % 500 == 0 && !markets[0].isWalletSuspended())
                {
                    for (final SimulatedMarket other : markets)
                    {
                        if (other.venue > 0 && other.underlying == markets[0].underlying)
                        {
                            final long mid = markets[0].midTicks();
                            apart += Math.abs(other.midTicks() - mid) * 1_000_000 / mid;
                            looks++;
                        }
                    }
                }
            }
            assertTrue(looks > 500 && apart / looks < 70, "parts per million apart: " + apart / looks);
        }
    }

    @Test
    void shouldHaveTheVolatilityOfTheTimeWhateverTheRate()
    {
        final double slow = volatility(400);
        final double usual = volatility(4_000);
        final double fast = volatility(40_000);
        final String all = "a tenth " + slow + ", usual " + usual + ", ten times " + fast;
        assertTrue(slow > usual / 2 && slow < usual * 2, all);
        assertTrue(fast > usual / 2 && fast < usual * 2, all);
    }

    /** Middle size of a ten-second return over all markets and three minutes: a jump does not show in it. */
    private double volatility(final int rate)
    {
        final List<double[]> samples = new ArrayList<>();
        try (SimulatorFeed feed = new SimulatorFeed(honest(8, 180L * rate).withRatePerSecond(rate), LabelSink.NONE))
        {
            final SimulatedMarket[] markets = feed.markets().markets();
            long next = 0;
            while (feed.next(event))
            {
                final long now = event.event().venueTimeNanos();
                if (now >= next)
                {
                    next = (next == 0 ? now : next) + 10 * SECOND_NANOS;
                    final double[] mids = new double[markets.length];
                    for (int i = 0; i < mids.length; i++)
                    {
                        mids[i] = markets[i].midTicks();
                    }
                    samples.add(mids);
                }
            }
        }
        final List<Double> changes = new ArrayList<>();
        for (int i = 2; i < samples.size(); i++)
        {
            for (int m = 0; m < samples.get(i).length; m++)
            {
                changes.add(Math.abs(samples.get(i)[m] / samples.get(i - 1)[m] - 1));
            }
        }
        changes.sort(null);
        return changes.get(changes.size() / 2);
    }

    private static SimulatorConfig honest(final long seed, final long events)
    {
        return SimulatorConfig.defaults(seed, events).withEpisodes(Map.of());
    }

    private static void conserved(final SimulatorFeed feed)
    {
        final Ledger ledger = feed.ledger();
        long money = ledger.feeUnits() + ledger.insuranceUnits();
        for (int account = 0; account < ledger.accounts(); account++)
        {
            money += ledger.cash(account);
        }
        for (final SimulatedMarket market : feed.markets().markets())
        {
            long lots = 0;
            for (int account = 0; account < ledger.accounts(); account++)
            {
                final long held = ledger.lots(market.index, account);
                assertTrue(market.isPerp() || held >= 0, "short of spot: " + account);
                lots += held;
                money += market.isPerp() ? ledger.openProfit(market.index, account, market.valueTicks()) : 0;
            }
            assertEquals(market.isPerp() ? 0 : ledger.outsideLots(market.index), lots, market.instrument.symbol());
        }
        assertEquals(ledger.outsideUnits(), money);
    }
}
