package fds.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;

import fds.market.detector.DetectorFactory;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.testkit.event.EventBuilder;
import fds.testkit.finding.FindingRecorder;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Honest behaviour, by the names the catalogue gives it, before every detector there is with its default parameters.
 */
class NegativeControlsTest
{
    private static final long MAKER = 101;
    private static final long OTHER = 202;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long EDGE_TICKS = 20; // what an arbitrageur gains: 0.2 %, more than its fees

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(1_000_000 * SECOND);
    private final TestMarket market = new TestMarket(TestMarket.ROOMY);
    private final Random random = new Random(1);
    private final List<String> detectors = new ArrayList<>();
    private long orders;

    @BeforeEach
    void openMarketWithAmbientFlow()
    {
        for (final DetectorFactory<?> factory : ServiceLoader.load(DetectorFactory.class))
        {
            // What happens to a market is told whoever does it: the basic layer names nobody, and has its own controls.
            if (!factory.getClass().getPackageName().equals("fds.patterns.basic"))
            {
                add(factory);
            }
        }
        market.define(TestMarket.instrument(1, 1, "USD"));
        market.handle(events.price(Kind.MARK, Side.NONE, 10_000, Absent.VALUE));
        for (int i = 0; i < 2000; i++)
        {
            events.after(random.nextInt(2) * SECOND);
            enter(1000 + i % 50, random.nextBoolean() ? Side.BUY : Side.SELL,
                10_000 + random.nextInt(20), 5, Flags.LAST);
            fill(1000 + i % 50, 1100 + i % 43, 10_000 + random.nextInt(20), 5);
            cancel(orders, 0);
        }
        for (int i = 0; i < 50; i++)
        {
            enter(2000 + i, Side.BUY, 9_950 - i, 500, Flags.LAST);
            enter(2100 + i, Side.SELL, 10_050 + i, 500, Flags.LAST);
        }
    }

    @AfterEach
    void shouldHaveStayedSilent()
    {
        market.close();
        assertNotEquals(List.of(), detectors);
        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void marketMakerThatRequotesFastAndTrades()
    {
        for (int i = 0; i < 3000; i++)
        {
            events.after(3 * MILLISECOND);
            final long bid = enter(MAKER, Side.BUY, 9_960 + i % 7, 10, Flags.LAST | Flags.POST_ONLY);
            final long ask = enter(MAKER, Side.SELL, 10_040 - i % 7, 10, Flags.LAST | Flags.POST_ONLY);
            if (i % 25 == 0)
            {
                market.handle(events.with(Flags.LAST).trade(bid, MAKER, 0, 1000 + i % 50, Side.SELL, 9_960, 3));
                market.handle(events.with(Flags.LAST).trade(ask, MAKER, 0, 1100 + i % 43, Side.BUY, 10_040, 3));
            }
            cancel(bid, 0);
            cancel(ask, 0);
        }
    }

    @Test
    void timeWeightedExecution()
    {
        for (int i = 0; i < 500; i++)
        {
            events.after(10 * SECOND);
            final long order = enter(MAKER, Side.BUY, 10_050, 20, Flags.IOC);
            market.handle(events.with(Flags.LAST).trade(0, 2100, order, MAKER, Side.BUY, 10_050, 20));
        }
    }

    @Test
    void unrelatedAccountsThatTradeBothWays()
    {
        for (int i = 0; i < 500; i++)
        {
            events.after(SECOND);
            final boolean even = i % 2 == 0;
            final long cheap = 10_000 + i % 20;
            final long dear = cheap + EDGE_TICKS;
            fill(even ? MAKER : OTHER, even ? OTHER : MAKER, cheap + EDGE_TICKS / 2, 50);
            // The other legs: two who trade with nobody else are no arbitrageurs, nor are who gain nothing by it.
            fill(even ? 1000 + i % 50 : MAKER, even ? MAKER : 1100 + i % 43, even ? cheap : dear, 150);
            fill(even ? OTHER : 1000 + i % 47, even ? 1100 + i % 41 : OTHER, even ? dear : cheap, 150);
        }
    }

    @Test
    void immediateTakerMostlyUnfilled()
    {
        for (int i = 0; i < 3000; i++)
        {
            events.after(MILLISECOND);
            final long order = enter(MAKER, Side.BUY, 10_040, 5, Flags.IOC | Flags.LAST);
            cancel(order, 0);
        }
    }

    @Test
    void massCancelOnDisconnect()
    {
        final long first = orders + 1;
        for (int i = 0; i < 1500; i++)
        {
            events.after(10 * MILLISECOND);
            enter(MAKER, i % 2 == 0 ? Side.BUY : Side.SELL,
                i % 2 == 0 ? 9_900 - i % 50 : 10_100 + i % 50, 5, Flags.LAST);
        }
        events.after(60 * SECOND);
        for (long order = first; order <= orders; order++)
        {
            cancel(order, 0);
        }
    }

    @Test
    void cancelsBySelfTradePrevention()
    {
        for (int i = 0; i < 1500; i++)
        {
            events.after(MILLISECOND);
            final long order = enter(MAKER, Side.BUY, 9_900, 5, Flags.STP | Flags.LAST);
            cancel(order, Flags.STP);
            market.handle(events.with(Flags.STP | Flags.LAST).trade(0, MAKER, 0, MAKER, Side.BUY, 9_900, 5));
        }
    }

    @Test
    void largeHonestOrder()
    {
        for (int i = 0; i < 100; i++)
        {
            events.after(3600 * SECOND);
            cancel(enter(MAKER, Side.BUY, 9_940, 300, Flags.LAST), 0);
        }
        enter(MAKER, Side.BUY, 10_080, 2_700, Flags.LAST);
    }

    private <C extends Record> void add(final DetectorFactory<C> factory)
    {
        detectors.add(factory.info().id());
        market.detector(factory, factory.defaults(), recorder);
    }

    private long enter(final long account, final int side, final long price, final long lots, final int flags)
    {
        market.handle(events.with(flags).order(Kind.NEW, ++orders, account, side, price, lots));
        return orders;
    }

    private void cancel(final long order, final int flags)
    {
        market.handle(events.with(flags | Flags.LAST)
            .order(Kind.CANCEL, order, Absent.UNKNOWN_ID, Side.NONE, Absent.VALUE, Absent.VALUE));
    }

    private void fill(final long resting, final long incoming, final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).trade(0, resting, 0, incoming, Side.BUY, price, lots));
    }
}
